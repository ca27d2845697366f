package dev.assay.estimate;

/** What the gate decides. */
public enum Decision {
  PASS,
  FAIL,
  INCONCLUSIVE
}
