/** Checks of the documentation. */
@NullMarked
package dev.assay.docs;

import org.jspecify.annotations.NullMarked;
