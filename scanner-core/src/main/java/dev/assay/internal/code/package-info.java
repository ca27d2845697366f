/** Tolerant analysis of code fragments, and the patterns that rules hold against it. */
@NullMarked
package dev.assay.internal.code;

import org.jspecify.annotations.NullMarked;
