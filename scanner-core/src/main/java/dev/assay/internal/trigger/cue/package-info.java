/**
 * What a prompt holds that a trigger could be: words in their order, and patterns of characters.
 */
@NullMarked
package dev.assay.internal.trigger.cue;

import org.jspecify.annotations.NullMarked;
