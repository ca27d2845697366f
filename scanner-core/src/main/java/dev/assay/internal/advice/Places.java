package dev.assay.internal.advice;

import dev.assay.internal.advice.NormSet.CompiledPattern;

/** Where whole patterns stand in a text whose parts were found. For one thread. */
final class Places {
  /** Parts of a practice stand at most so many words apart. */
  private static final int WINDOW = 14;

  /** ... and a comma between them counts as so many. */
  private static final int OVER_COMMA = 6;

  /**
   * Each comma brings the end of the window so many words nearer: a list goes from one to the next.
   */
  private static final int FOR_COMMA = 2;

  private final AdviceText text;
  private final Lines lines;
  private final PartHits hits;

  Places(AdviceText text, PartHits hits) {
    this.text = text;
    this.lines = new Lines(text);
    this.hits = hits;
  }

  /** First and last word of the parts nearest to a hit of the first part, or -1. */
  long span(CompiledPattern pattern, int place, int sentence) {
    int from = hits.from(place);
    int start = Math.max(text.sentenceStart(sentence), from - WINDOW);
    int end = Math.min(text.sentenceEnd(sentence), from + WINDOW + 1);
    if (!stands(pattern.anchor(), start, end)) {
      return -1;
    }
    int first = from;
    int last = hits.to(place);
    long taken = words(start, first, last);
    for (int part = 1; part < pattern.parts().length; part++) {
      int nearest = nearest(pattern.parts()[part], from, start, end, taken);
      if (nearest < 0) {
        return -1;
      }
      first = Math.min(first, text.from(nearest));
      last = Math.max(last, text.to(nearest));
    }
    return (long) first << 32 | last;
  }

  /**
   * As {@link #span}, of a practice of which the question alone names one part and "it" stands for
   * that part behind the first one: "How do I thaw a turkey?" "Leave it on the counter."
   *
   * @param it the hit of "it"
   * @param elsewhere the parts that the question names
   */
  long carried(CompiledPattern pattern, int place, int sentence, int it, PartHits elsewhere) {
    int from = hits.from(place);
    int start = Math.max(text.sentenceStart(sentence), from - WINDOW);
    int end = Math.min(text.sentenceEnd(sentence), from + WINDOW + 1);
    int first = Math.min(from, it);
    int last = Math.max(hits.to(place), it);
    int missing = 0;
    long taken = words(start, from, hits.to(place));
    for (int part = 1; part < pattern.parts().length; part++) {
      int nearest = nearest(pattern.parts()[part], from, start, end, taken);
      if (nearest >= 0) {
        first = Math.min(first, text.from(nearest));
        last = Math.max(last, text.to(nearest));
      } else if (missing++ > 0 || !elsewhere.has(pattern.parts()[part])) {
        return -1;
      }
    }
    return missing == 1 ? (long) first << 32 | last : -1;
  }

  /** Words of the window as bits, from its start on. */
  private static long words(int start, int first, int last) {
    long bits = 0;
    for (int word = first; word <= last && word - start < Long.SIZE; word++) {
      bits |= 1L << word - start;
    }
    return bits;
  }

  /**
   * The hit of a part nearest to a word; few hits stand near, so each of them is looked at.
   *
   * @param taken words of the first part: one word does not say what is done and how, too
   */
  private int nearest(int part, int from, int start, int end, long taken) {
    int nearest = -1;
    int distance = WINDOW + 1;
    for (int hit = text.firstHit(start); hit < text.hits() && text.from(hit) < end; hit++) {
      if (hits.isHit(hit, part) && (words(start, text.from(hit), text.to(hit)) & taken) == 0) {
        int apart = apart(from, text.from(hit));
        if (apart < distance) {
          nearest = hit;
          distance = apart;
        }
      }
    }
    return nearest;
  }

  /** How many words lie between two; a comma counts as several, so that a clause goes first. */
  private int apart(int one, int other) {
    int low = Math.min(one, other);
    int high = Math.max(one, other);
    if (high - low > WINDOW) {
      return WINDOW + 1;
    }
    int commas = 0;
    for (int word = low + 1; word <= high; word++) {
      // "Take them off; put a blanket on top": the order says nothing of what stands before.
      if (other < one && lines.followsSemicolon(word)) {
        return WINDOW + 1;
      }
      commas += text.boundary(word) >= AdviceText.SOFT ? 1 : 0;
    }
    int distance = high - low + (commas == 0 ? 0 : OVER_COMMA);
    return high - low + FOR_COMMA * commas > WINDOW ? WINDOW + 1 : Math.min(WINDOW, distance);
  }

  /** Which of the words belong to a part of the practice: bit i is word {@code first + i}. */
  long own(CompiledPattern pattern, int first, int last) {
    long own = 0;
    for (int hit = text.firstHit(first); hit < text.hits() && text.from(hit) <= last; hit++) {
      if (hits.isHitOfAny(hit, pattern.parts())) {
        for (int word = text.from(hit); word <= text.to(hit) && word - first < Long.SIZE; word++) {
          own |= 1L << word - first;
        }
      }
    }
    return own;
  }

  /** Whether all parts stand in a sentence. */
  boolean inSentence(CompiledPattern pattern, int sentence) {
    if (!hits.hasAll(pattern.parts())) {
      return false;
    }
    int start = text.sentenceStart(sentence);
    int end = text.sentenceEnd(sentence);
    for (int part : pattern.parts()) {
      if (!stands(part, start, end)) {
        return false;
      }
    }
    return true;
  }

  private boolean stands(int part, int start, int end) {
    int place = hits.first(part, start);
    return place < hits.end(part) && hits.from(place) < end;
  }

  /** Whether all parts of any of the patterns stand in a sentence. */
  boolean anyInSentence(CompiledPattern[] patterns, int sentence) {
    for (CompiledPattern pattern : patterns) {
      if (inSentence(pattern, sentence)) {
        return true;
      }
    }
    return false;
  }
}
