/** Records that are alike: copies, answers that are nearly the same, prompts of one template. */
@NullMarked
package dev.assay.internal.trigger.cluster;

import org.jspecify.annotations.NullMarked;
