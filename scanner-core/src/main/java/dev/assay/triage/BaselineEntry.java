package dev.assay.triage;

import java.util.Comparator;

/**
 * How often a finding is known.
 *
 * @param fingerprint 64 hex digits: of rule, record and evidence
 * @param weight what the finding does to its record
 * @param family id of the rule's family, for people who read a difference
 * @param rule id, likewise
 * @param count how many copies, at least 1
 */
public record BaselineEntry(
    String fingerprint, Weight weight, String family, String rule, long count)
    implements Comparable<BaselineEntry> {
  private static final Comparator<BaselineEntry> ORDER =
      Comparator.comparing(BaselineEntry::fingerprint).thenComparing(BaselineEntry::weight);

  public BaselineEntry {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, not " + count);
    }
  }

  /** The same finding, so many times. */
  public BaselineEntry times(long number) {
    return new BaselineEntry(fingerprint, weight, family, rule, number);
  }

  /** By fingerprint: hashes lie apart, so that two branches rarely add at the same place. */
  @Override
  public int compareTo(BaselineEntry other) {
    return ORDER.compare(this, other);
  }
}
