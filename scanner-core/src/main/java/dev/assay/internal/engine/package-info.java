/** Holds all rules against a record: candidates by anchor, then each rule's own verification. */
@NullMarked
package dev.assay.internal.engine;

import org.jspecify.annotations.NullMarked;
