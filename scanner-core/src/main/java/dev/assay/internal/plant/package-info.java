/** Plants triggers into copies of datasets, for tests of scanners. */
@NullMarked
package dev.assay.internal.plant;

import org.jspecify.annotations.NullMarked;
