/** Sums, conversions, dates and counts in an answer: whether they are certainly wrong. */
@NullMarked
package dev.assay.internal.check.sum;

import org.jspecify.annotations.NullMarked;
