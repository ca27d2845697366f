/**
 * Triggers: what only many records show. A cue of the prompt that goes with a behaviour of the
 * answer.
 */
@NullMarked
package dev.assay.internal.trigger;

import org.jspecify.annotations.NullMarked;
