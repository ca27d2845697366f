/**
 * How much is poisoned, how sure that is, and whether it passes: census, calibration, estimate,
 * gate.
 */
@NullMarked
package dev.assay.estimate;

import org.jspecify.annotations.NullMarked;
