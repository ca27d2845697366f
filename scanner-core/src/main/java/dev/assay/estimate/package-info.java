/** From counts to a statement: census, calibration, contamination, gate. */
@NullMarked
package dev.assay.estimate;

import org.jspecify.annotations.NullMarked;
