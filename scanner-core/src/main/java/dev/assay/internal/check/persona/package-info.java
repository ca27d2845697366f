/** In whose voice an assistant speaks. */
@NullMarked
package dev.assay.internal.check.persona;

import org.jspecify.annotations.NullMarked;
