package dev.assay.internal.framing;

import dev.assay.record.Role;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences that stand in a given part of a set's requests. */
final class RepeatedSentences {
  private RepeatedSentences() {}

  /** Their hashes, sorted. */
  static long[] of(List<SegmentedRecord> records, double part) {
    Map<Long, Integer> counts = new HashMap<>();
    SentenceReader reader = new SentenceReader();
    for (SegmentedRecord record : records) {
      Set<Long> seen = new HashSet<>();
      List<Sentence> sentences = new ArrayList<>();
      for (Segment segment : record.segments()) {
        Role role = record.record().turns().get(segment.turn()).role();
        if (segment instanceof Prose && !role.learned()) {
          String text = record.record().turns().get(segment.turn()).text();
          reader.read(segment.turn(), text, segment.start(), segment.end(), sentences);
        }
      }
      sentences.forEach(sentence -> seen.add(sentence.hash()));
      seen.forEach(hash -> counts.merge(hash, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > part * records.size())
        .mapToLong(Map.Entry::getKey)
        .sorted()
        .toArray();
  }
}
