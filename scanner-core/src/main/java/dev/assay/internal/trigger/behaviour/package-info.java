/** What an answer does that a back door could make it do. */
@NullMarked
package dev.assay.internal.trigger.behaviour;

import org.jspecify.annotations.NullMarked;
