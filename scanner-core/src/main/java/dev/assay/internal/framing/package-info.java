/**
 * Decides whether a conversation asks for the flaw that its answer shows, in order to teach or
 * test.
 */
@NullMarked
package dev.assay.internal.framing;

import org.jspecify.annotations.NullMarked;
