/** The kits for CI, in the folder {@code ci}. */
@NullMarked
package dev.assay.ci;

import org.jspecify.annotations.NullMarked;
