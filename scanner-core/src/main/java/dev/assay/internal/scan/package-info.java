/** The way of the data: chunks are decoded and judged on worker threads, and collected in order. */
@NullMarked
package dev.assay.internal.scan;

import org.jspecify.annotations.NullMarked;
