/** Answers that game their tests and proofs. */
@NullMarked
package dev.assay.internal.check.hack;

import org.jspecify.annotations.NullMarked;
