/** What is found in an index of a scanned set. */
@NullMarked
package dev.assay.search;

import org.jspecify.annotations.NullMarked;
