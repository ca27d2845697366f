/**
 * Archives: what is in them is listed once, and each entry can be opened any number of times. This
 * package alone reads archives with commons-compress.
 */
@NullMarked
package dev.assay.internal.archive;

import org.jspecify.annotations.NullMarked;
