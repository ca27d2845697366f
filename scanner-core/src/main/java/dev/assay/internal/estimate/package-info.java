/** The calibration file. */
@NullMarked
package dev.assay.internal.estimate;

import org.jspecify.annotations.NullMarked;
