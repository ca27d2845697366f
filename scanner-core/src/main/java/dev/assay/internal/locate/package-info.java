/** Exact places in files: from a span of a decoded text back to lines, columns and bytes. */
@NullMarked
package dev.assay.internal.locate;

import org.jspecify.annotations.NullMarked;
