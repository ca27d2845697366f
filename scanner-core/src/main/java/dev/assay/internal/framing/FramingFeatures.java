package dev.assay.internal.framing;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.Arrays;
import java.util.List;

/**
 * What a request is made of, as hashes for {@link FramingWeights}: its words and pairs of words,
 * the concepts that stand together, and what the rules read from it. System turns, earlier requests
 * and the last one are told apart. At most {@value #MAX_UNITS} units are looked at. An instance is
 * used by one thread at a time.
 */
final class FramingFeatures {
  private static final int MAX_UNITS = 2_000;

  /** Concepts so near to each other are a pair. */
  private static final int NEAR = 4;

  private static final int LAST = 0;
  private static final int SYSTEM = 1;
  private static final int EARLIER = 2;
  private static final int PLACES = 3;
  private static final int ASKS_BITS = 21;

  /** Kinds of features: one number each, so that they do not meet. */
  private static final int ASK = 1;

  private static final int CONCEPT = 2;
  private static final int PAIR = 3;
  private static final int WORD = 4;
  private static final int WORDS = 5;
  private static final int TOGETHER = 6;
  private static final int ALWAYS = 7;

  private long[] found = new long[1 << 10];
  private int size;

  /** The distinct features of the sentences up to the request in that turn, in order of hashes. */
  long[] of(List<Sentence> sentences, List<Turn> turns, int last) {
    size = 0;
    int units = 0;
    int asked = 0;
    add(ALWAYS, LAST, 0, 0);
    for (Sentence s : sentences) {
      units += s.units().length;
      if (units > MAX_UNITS) {
        break;
      }
      int place = place(turns, s.turn(), last);
      int asks = RequestRules.read(s);
      asked |= place == LAST ? asks : 0;
      sentence(s, place, asks);
    }
    for (int i = 0; i < ASKS_BITS; i++) {
      for (int j = i + 1; j < ASKS_BITS; j++) {
        if ((asked >> i & asked >> j & 1) != 0) {
          add(TOGETHER, LAST, i, j);
        }
      }
    }
    return distinct();
  }

  private static int place(List<Turn> turns, int turn, int last) {
    if (turn == last) {
      return LAST;
    }
    return turns.get(turn).role() == Role.SYSTEM ? SYSTEM : EARLIER;
  }

  private void sentence(Sentence s, int place, int asks) {
    for (int i = 0; i < ASKS_BITS; i++) {
      if ((asks >> i & 1) != 0) {
        add(ASK, place, i, 0);
      }
    }
    long[] units = s.units();
    for (int i = 0; i < units.length; i++) {
      for (long left = units[i]; left != 0; left &= left - 1) {
        int concept = Long.numberOfTrailingZeros(left);
        add(CONCEPT, place, concept, 0);
        pairs(units, i, concept, place);
      }
    }
    long[] words = s.words();
    for (int i = 0; i < words.length; i++) {
      add(WORD, place, words[i], 0);
      if (i > 0) {
        add(WORDS, place, words[i - 1], words[i]);
      }
    }
  }

  private void pairs(long[] units, int at, int concept, int place) {
    for (int j = at + 1; j <= Math.min(units.length - 1, at + NEAR); j++) {
      for (long left = units[j]; left != 0; left &= left - 1) {
        add(PAIR, place, concept, Long.numberOfTrailingZeros(left));
      }
    }
  }

  private void add(int kind, int place, long first, long second) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    long hash = Lexicon.join(Lexicon.join(kind * PLACES + place, first), second);
    found[size++] = hash ^ hash >>> 32;
  }

  private long[] distinct() {
    Arrays.sort(found, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }
}
