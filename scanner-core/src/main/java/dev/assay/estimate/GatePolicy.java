package dev.assay.estimate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a gate holds against its threshold. */
public enum GatePolicy {
  /** The suspect fraction as counted. Fails above the threshold. */
  OBSERVED,
  /** The point estimate of contamination. Fails above the threshold. */
  ESTIMATE,
  /** Fails only on proof: lower limit above the threshold. Undecided if the interval spans it. */
  LOWER,
  /** Passes only on proof: upper limit below the threshold. Fails as LOWER, else undecided. */
  UPPER;

  /** The name in options and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The policy of that name, any case; null if there is none. */
  public static @Nullable GatePolicy named(String name) {
    for (GatePolicy policy : values()) {
      if (policy.id().equals(name.toLowerCase(Locale.ROOT))) {
        return policy;
      }
    }
    return null;
  }
}
