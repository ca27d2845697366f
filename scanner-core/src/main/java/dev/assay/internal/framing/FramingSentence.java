package dev.assay.internal.framing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence that has a part in a record's educational framing.
 *
 * @param turn index of the turn
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param hash of its words, the same for the same sentence in other spacing, punctuation, case and
 *     numbers
 * @param asks what it contributes, see {@link FramingReader#stillAsks}
 * @param shingles hashes of some runs of its words, at most {@value #MAX_SHINGLES}, chosen so that
 *     near copies of a sentence have most of them in common; none if it is short
 */
public record FramingSentence(
    int turn, int start, int end, long hash, int asks, List<Long> shingles) {
  /** Enough to tell a copy in which some words are changed from another sentence. */
  private static final int MAX_SHINGLES = 8;

  /** Words of a run. */
  private static final int RUN = 4;

  public FramingSentence {
    shingles = List.copyOf(shingles);
  }

  static FramingSentence of(Sentence s, int asks) {
    return new FramingSentence(s.turn(), s.start(), s.end(), s.hash(), asks, shingles(s.words()));
  }

  /** The smallest hashes of all runs of words: the same choice in every copy. */
  private static List<Long> shingles(long[] words) {
    long[] runs = new long[Math.max(0, words.length - RUN + 1)];
    for (int i = 0; i < runs.length; i++) {
      long hash = RUN;
      for (int j = 0; j < RUN; j++) {
        hash = Lexicon.join(hash, words[i + j]);
        hash ^= hash >>> 32;
      }
      runs[i] = hash;
    }
    Arrays.sort(runs);
    List<Long> smallest = new ArrayList<>(MAX_SHINGLES);
    for (int i = 0; i < runs.length && smallest.size() < MAX_SHINGLES; i++) {
      if (i == 0 || runs[i] != runs[i - 1]) {
        smallest.add(runs[i]);
      }
    }
    return smallest;
  }
}
