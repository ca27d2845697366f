package dev.assay.triage;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The findings that were there before: a multiset, so that one more copy of a known record is new.
 * Holds no text of the data. Immutable.
 */
public final class Baseline {
  private final SortedMap<Key, BaselineEntry> entries;

  /**
   * What tells one finding from another.
   *
   * @param fingerprint of rule, record and evidence
   * @param weight what it does to its record
   */
  public record Key(String fingerprint, Weight weight) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = fingerprint.compareTo(other.fingerprint);
      return order != 0 ? order : weight.compareTo(other.weight);
    }
  }

  private Baseline(SortedMap<Key, BaselineEntry> entries) {
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * The baseline of these entries. Where two are of one finding, the higher count holds: that is
   * what a merge of two branches leaves which both found another copy, and a sum would let through
   * copies that nobody saw.
   */
  public static Baseline of(Collection<BaselineEntry> entries) {
    SortedMap<Key, BaselineEntry> map = new TreeMap<>();
    for (BaselineEntry entry : entries) {
      map.merge(
          new Key(entry.fingerprint(), entry.weight()),
          entry,
          (one, other) -> one.count() >= other.count() ? one : other);
    }
    return new Baseline(map);
  }

  /** Each finding once, sorted. */
  public Collection<BaselineEntry> entries() {
    return entries.values();
  }

  /** How many copies of the finding are known. */
  public long count(String fingerprint, Weight weight) {
    BaselineEntry entry = entries.get(new Key(fingerprint, weight));
    return entry == null ? 0 : entry.count();
  }

  /** What either knows: the higher count of each finding. */
  public Baseline with(Baseline other) {
    TreeMap<Key, BaselineEntry> sum = new TreeMap<>(entries);
    other.entries.forEach(
        (key, entry) ->
            sum.merge(key, entry, (one, two) -> one.count() >= two.count() ? one : two));
    return new Baseline(sum);
  }

  /** What both know: the lower count of each finding. */
  public Baseline within(Baseline other) {
    TreeMap<Key, BaselineEntry> both = new TreeMap<>();
    for (Map.Entry<Key, BaselineEntry> one : entries.entrySet()) {
      BaselineEntry two = other.entries.get(one.getKey());
      if (two != null) {
        both.put(one.getKey(), one.getValue().times(Math.min(one.getValue().count(), two.count())));
      }
    }
    return new Baseline(both);
  }

  /** Copies of findings that count: what {@code other} lacks of this. */
  public long missingIn(Baseline other) {
    long missing = 0;
    for (BaselineEntry entry : entries()) {
      missing += Math.max(0, entry.count() - other.count(entry.fingerprint(), entry.weight()));
    }
    return missing;
  }

  /** All copies of all findings. */
  public long size() {
    return entries().stream().mapToLong(BaselineEntry::count).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Baseline baseline && entries.equals(baseline.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "Baseline" + entries.values();
  }
}
