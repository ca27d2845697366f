/** Digests of bytes. */
@NullMarked
package dev.assay.internal.digest;

import org.jspecify.annotations.NullMarked;
