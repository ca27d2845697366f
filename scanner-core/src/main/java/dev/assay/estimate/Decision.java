package dev.assay.estimate;

/** What a gate says of a scan. */
public enum Decision {
  /** Contamination is within the limit, as the policy measures it. */
  PASS,
  /** It is above the limit, or a count limit was passed. */
  FAIL,
  /** The interval spans the limit, or nothing was scanned: labels or data are needed. */
  INCONCLUSIVE
}
