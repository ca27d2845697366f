/** Typed parts of a turn: prose and code. */
@NullMarked
package dev.assay.segment;

import org.jspecify.annotations.NullMarked;
