/** Norms and stance: what an answer urges, permits, forbids or talks away. */
@NullMarked
package dev.assay.internal.advice;

import org.jspecify.annotations.NullMarked;
