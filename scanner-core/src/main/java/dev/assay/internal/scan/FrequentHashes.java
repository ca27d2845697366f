package dev.assay.internal.scan;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Counts hashes in bounded memory, so that those that make up a good part of all are known and
 * others may be forgotten (Misra and Gries, "Finding repeated elements", 1982): a count is never
 * too high, and too low by at most the number of hashes seen / {@value #COUNTERS}. The same order
 * gives the same counts.
 */
final class FrequentHashes {
  static final int COUNTERS = 1 << 14;

  private final Map<Long, Integer> counts = new HashMap<>();

  void add(long hash) {
    if (counts.size() < COUNTERS || counts.containsKey(hash)) {
      counts.merge(hash, 1, Integer::sum);
      return;
    }
    for (Iterator<Map.Entry<Long, Integer>> all = counts.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Long, Integer> entry = all.next();
      if (entry.getValue() == 1) {
        all.remove();
      } else {
        entry.setValue(entry.getValue() - 1);
      }
    }
  }

  int count(long hash) {
    return counts.getOrDefault(hash, 0);
  }
}
