/** Finds which parts of a turn are prose and which are code, and in what language. */
@NullMarked
package dev.assay.internal.segment;

import org.jspecify.annotations.NullMarked;
