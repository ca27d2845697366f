package dev.assay.estimate;

/** Which figure is held against the threshold. */
public enum GatePolicy {
  OBSERVED,
  ESTIMATE,
  LOWER,
  UPPER
}
