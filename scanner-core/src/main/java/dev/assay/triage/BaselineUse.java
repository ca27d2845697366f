package dev.assay.triage;

import java.util.List;

/**
 * What a baseline says of a scan.
 *
 * @param known suspect records of which every finding that counts is known
 * @param fresh suspect records with a finding that counts and is new
 * @param gone copies of known findings that count and were not met
 * @param absent findings of the baseline that were not met, those that do not count too
 */
public record BaselineUse(long known, long fresh, long gone, List<BaselineEntry> absent) {
  public BaselineUse {
    absent = List.copyOf(absent);
  }
}
