package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.cue.Patterns;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the prompts with a cue have in common besides it. */
final class Matter {
  private static final double ATTACHED = 0.8;
  private static final double TOPICAL = 0.2;

  /** The words of a language that hardly stand elsewhere are the cue itself. */
  private static final double OF_CUE = 0.1;

  private static final double LOG_ALPHA = Math.log(1e-4);

  /** Words that stand wherever the cue does, and seldom elsewhere: parts of it. Sorted. */
  final int[] attached;

  /** The greatest share of the prompts that another word has which belongs to them; 0 if none. */
  final double topic;

  /** How many prompts differ, of those that behave so. */
  final int prompts;

  Matter(List<Row> rows, Candidate candidate, Twins twins, int[] phrase) {
    IntCounts inside = new IntCounts();
    int size = 0;
    Set<Long> different = new HashSet<>();
    for (int i = 0; i < candidate.size; i++) {
      Row row = rows.get(candidate.rows[i]);
      if (row.does(candidate.behaviour)) {
        size++;
        different.add(row.prompt());
        for (int word : Twins.words(row)) {
          inside.add(word, size);
        }
      }
    }
    int all = size;
    prompts = different.size();
    int[] parts = new int[inside.size()];
    int[] count = {0};
    double[] most = {0};
    double others = rows.size() - all;
    boolean spoken =
        candidate.kind == CueKind.PATTERN && Patterns.isSpoken(candidate.patternOf(rows));
    double words = Math.log(Math.max(2, inside.size()));
    inside.each(
        (word, hits) -> {
          double share = (double) hits / all;
          double outside =
              Math.max(0, twins.share(word) * rows.size() - hits) / Math.max(1, others);
          boolean ofCue = spoken && outside * others <= OF_CUE * hits;
          if ((share >= ATTACHED && outside < share / 3) || ofCue) {
            parts[count[0]++] = word;
          } else if (share >= TOPICAL
              && Arrays.binarySearch(phrase, word) < 0
              && share > 2 * outside
              && Stats.logTail(hits, all, Math.max(outside, 1.0 / rows.size())) + words
                  < LOG_ALPHA) {
            most[0] = Math.max(most[0], share);
          }
        });
    attached = Arrays.copyOf(parts, count[0]);
    Arrays.sort(attached);
    topic = most[0];
  }
}
