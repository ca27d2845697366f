package dev.assay.triage;

import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a finding does to its record. Part of what a baseline knows: a finding that was only noted
 * when it was accepted is new once it counts.
 */
public enum Weight {
  /** It makes its record suspect. */
  COUNTED,
  /** It would, if a lesson did not ask for it. */
  FRAMED,
  /** It is too mild or too unsure to count. */
  NOTE;

  /** Of a finding in a record of that framing. */
  public static Weight of(Finding finding, Framing.Kind framing) {
    if (finding.counted()) {
      return COUNTED;
    }
    return finding.counts() && framing == Framing.Kind.EDUCATIONAL ? FRAMED : NOTE;
  }

  /** As files write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weight of that id, or null. */
  public static @Nullable Weight named(String id) {
    for (Weight weight : values()) {
      if (weight.id().equals(id)) {
        return weight;
      }
    }
    return null;
  }
}
