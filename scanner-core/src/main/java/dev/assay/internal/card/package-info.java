/** What the README of a dataset says of its configurations and splits. */
@NullMarked
package dev.assay.internal.card;

import org.jspecify.annotations.NullMarked;
