/** Evidence: a rule that holds at a place in a record. */
@NullMarked
package dev.assay.signal;

import org.jspecify.annotations.NullMarked;
