/** Which cue of prompts goes with which behaviour of answers, over a whole set. */
@NullMarked
package dev.assay.internal.trigger.mine;

import org.jspecify.annotations.NullMarked;
