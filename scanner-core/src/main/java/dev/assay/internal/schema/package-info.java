/**
 * What the keys of a record mean: the known schemas of training data, the user's own map, and the
 * turns that follow from them.
 */
@NullMarked
package dev.assay.internal.schema;

import org.jspecify.annotations.NullMarked;
