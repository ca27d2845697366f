/** Checks that are code: what no query and no expression can decide, described by rules as data. */
@NullMarked
package dev.assay.internal.check;

import org.jspecify.annotations.NullMarked;
