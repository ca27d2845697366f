/** What a check sees of a turn and of what stands around it, and the face of all checks. */
@NullMarked
package dev.assay.internal.check.turn;

import org.jspecify.annotations.NullMarked;
