/** Text that no person sees or should see: invisible characters, encoded orders, secrets. */
@NullMarked
package dev.assay.internal.check.payload;

import org.jspecify.annotations.NullMarked;
