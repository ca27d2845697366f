package dev.assay.internal.advice;

/**
 * Reads how a sentence stands to a practice that it names: urged, allowed, forbidden, talked away.
 * Negations that govern the practice are counted; an even number leaves it as it is. What is told
 * of others, asked, quoted or set as a condition is no advice.
 */
final class Stance {
  /** Behind a comma a negation governs at most so many words on. */
  private static final int OVER_COMMA = 3;

  /** A negation governs at most so many words on. */
  private static final int REACH = 12;

  /** ... and one of a noun, such as "skip the", at most so many. */
  private static final int NEAR = 4;

  /** A negation governs praise at most so many words on: "is not really safe". */
  private static final int PRAISED = 2;

  /** A warning in the next sentence counts if it begins within so many words. */
  private static final int NEXT = 8;

  private final AdviceText text;
  private final Cues cues;

  Stance(AdviceText text, Cues cues) {
    this.text = text;
    this.cues = cues;
  }

  /** What a sentence says of a practice. */
  enum Verdict {
    /** Does it, or wants it done. */
    FOR,
    /** Wants it left. */
    AGAINST,
    /** No advice on it. */
    NEITHER
  }

  /**
   * The stance of the sentence to the practice that its words {@code first} to {@code last} name.
   *
   * @param sentence where they stand
   */
  Verdict of(int sentence, int first, int last) {
    return of(sentence, first, last, 0);
  }

  /**
   * As {@link #of(int, int, int)}, of a practice whose parts stand apart.
   *
   * @param own bit i is set if word {@code first + i} belongs to a part: a negation there, such as
   *     in "climb without ropes", is part of the practice and turns nothing
   */
  Verdict of(int sentence, int first, int last, long own) {
    if (text.asks(sentence) && cues.find(Cue.RHETORIC, text.sentenceStart(sentence), first) < 0
        || text.quoted(first) && text.quoted(last)) {
      return Verdict.NEITHER;
    }
    int clause = clauseStart(sentence, first);
    int start = text.sentenceStart(sentence);
    int end = text.sentenceEnd(sentence);
    if (told(start, clause, first)
        || conditional(clause, first)
        || cues.find(Cue.LACK, clause, clause + 1) >= 0) {
      return Verdict.NEITHER;
    }
    int flips = flipsBefore(clause, first);
    // "Skip the lesson, guides are overrated" says the same twice.
    flips += flipsAfter(last, flips > 0 ? partEnd(last, end) : clauseEnd(last, end));
    if (flipsInside(first, last, own)) {
      return Verdict.NEITHER;
    }
    boolean warned = warns(start, end, first, last) || warnsNext(sentence);
    if (flips % 2 == 1) {
      return warned ? Verdict.NEITHER : Verdict.AGAINST;
    }
    if (warned) {
      return Verdict.NEITHER;
    }
    boolean urged =
        isOrder(clause, first)
            || beginsWithVerb(clause, first)
            || cues.find(Cue.URGE, clause, first + 1) >= 0
            || cues.find(Cue.PERMIT, clause, first + 1) >= 0
            || praised(clause, first)
            || praised(first, end);
    return urged ? Verdict.FOR : Verdict.NEITHER;
  }

  /** Whether a negation governs the word. */
  boolean negated(int sentence, int first) {
    return flipsBefore(clauseStart(sentence, first), first) % 2 == 1;
  }

  /** Whether the sentence forbids or warns of what stands at the word. */
  boolean forbids(int sentence, int first) {
    return negated(sentence, first)
        || told(text.sentenceStart(sentence), clauseStart(sentence, first), first);
  }

  /** Whether the word stands in a condition. */
  boolean conditionalAt(int sentence, int first) {
    return conditional(clauseStart(sentence, first), first);
  }

  /** Whether the sentence, or the next one at its beginning, warns. */
  boolean warnsAt(int sentence) {
    int start = text.sentenceStart(sentence);
    return warns(start, text.sentenceEnd(sentence), start - 1, start - 1) || warnsNext(sentence);
  }

  private int clauseStart(int sentence, int first) {
    int start = text.sentenceStart(sentence);
    int at = first;
    while (at > start && text.boundary(at) < AdviceText.HARD) {
      at--;
    }
    int clause = at;
    for (int cue = cues.at(at); cue < cues.size() && cues.to(cue) < first; cue++) {
      if (cues.is(cue, Cue.CLAUSE)) {
        clause = cues.to(cue) + 1;
      }
    }
    return clause;
  }

  private int clauseEnd(int last, int end) {
    int at = last + 1;
    while (at < end && text.boundary(at) < AdviceText.HARD) {
      at++;
    }
    int clause = cues.find(Cue.CLAUSE, last + 1, at);
    return clause < 0 ? at : cues.from(clause);
  }

  /** Up to the next comma. */
  private int partEnd(int last, int end) {
    int at = last + 1;
    while (at < end && text.boundary(at) < AdviceText.SOFT) {
      at++;
    }
    return Math.min(at, clauseEnd(last, end));
  }

  private int commas(int from, int to) {
    int commas = 0;
    for (int word = from + 1; word <= to; word++) {
      if (text.boundary(word) == AdviceText.SOFT) {
        commas++;
      }
    }
    return commas;
  }

  /** Told in another's voice, or of others and without saying what they should do. */
  private boolean told(int start, int clause, int first) {
    if (cues.find(Cue.VOICE, start, first) >= 0) {
      return true;
    }
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      if (cues.is(cue, Cue.OTHERS) && cues.find(Cue.URGE, cues.to(cue), first) < 0) {
        return true;
      }
    }
    return false;
  }

  private boolean conditional(int clause, int first) {
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      if (cues.is(cue, Cue.CONDITION) && commas(cues.to(cue), first) == 0) {
        return true;
      }
    }
    return false;
  }

  private int flipsBefore(int clause, int first) {
    int flips = 0;
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      boolean governs =
          cues.is(cue, Cue.FLIP)
              && !cues.is(cue, Cue.NO_FLIP)
              && cues.to(cue) < first
              && first - cues.to(cue) <= (cues.is(cue, Cue.FAR) ? REACH : NEAR)
              && (commas(cues.to(cue), first) == 0 || first - cues.to(cue) <= OVER_COMMA);
      if (governs && !answers(cue, first)) {
        flips++;
      }
    }
    return flips;
  }

  /** "No, wear it" answers; it does not negate. */
  private boolean answers(int cue, int first) {
    return cues.is(cue, Cue.NO)
        && text.boundary(cues.from(cue)) == AdviceText.SENTENCE
        && cues.to(cue) + 1 <= first
        && text.boundary(cues.to(cue) + 1) == AdviceText.SOFT;
  }

  private int flipsAfter(int last, int end) {
    int cue = cues.find(Cue.FLIP_AFTER, last + 1, end);
    return cue >= 0 ? 1 : 0;
  }

  private boolean flipsInside(int first, int last, long own) {
    for (int cue = cues.at(first + 1); cue < cues.size() && cues.to(cue) < last; cue++) {
      int word = cues.from(cue) - first;
      boolean owned = word < Long.SIZE && (own >>> word & 1) != 0;
      if (cues.is(cue, Cue.FLIP) && !cues.is(cue, Cue.NO_FLIP) && !owned) {
        return true;
      }
    }
    return false;
  }

  /** A warning that is not itself negated, such as "no danger". */
  private boolean warns(int start, int end, int first, int last) {
    for (int cue = cues.at(start); cue < cues.size() && cues.from(cue) < end; cue++) {
      if (cues.is(cue, Cue.WARN) && (cues.to(cue) < first || cues.from(cue) > last)) {
        int before = cue - 1;
        boolean negated =
            before >= 0
                && cues.is(before, Cue.FLIP)
                && cues.from(cue) - cues.to(before) <= 3
                && cues.to(before) >= start;
        if (!negated) {
          return true;
        }
      }
    }
    return false;
  }

  /** Praise that is not negated itself: not "isn't enough". */
  private boolean praised(int start, int end) {
    for (int cue = cues.at(start); cue < cues.size() && cues.from(cue) < end; cue++) {
      if (cues.is(cue, Cue.PRAISE)) {
        int before = cue - 1;
        boolean negated =
            before >= 0
                && cues.is(before, Cue.FLIP)
                && !cues.is(before, Cue.NO_FLIP)
                && cues.from(cue) - cues.to(before) <= PRAISED;
        if (!negated) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean warnsNext(int sentence) {
    if (sentence + 1 >= text.sentences()) {
      return false;
    }
    int start = text.sentenceStart(sentence + 1);
    int end = Math.min(start + NEXT, text.sentenceEnd(sentence + 1));
    return warns(start, end, start - 1, start - 1);
  }

  /** Whether nothing but fillers stands before the practice in its clause: an order. */
  private boolean isOrder(int clause, int first) {
    int at = first;
    while (at > clause) {
      if (text.boundary(at) == AdviceText.SOFT) {
        return true;
      }
      int filler = fillerEndingAt(at - 1);
      if (filler < 0) {
        return false;
      }
      at = filler;
    }
    return true;
  }

  /** Whether the clause begins with a verb that orders: "use the ... at roulette". */
  private boolean beginsWithVerb(int clause, int first) {
    int at = clause;
    while (at < first) {
      int cue = cues.find(Cue.VERB, at, at + 1);
      if (cue >= 0) {
        return true;
      }
      int filler = cues.find(Cue.FILLER, at, at + 1);
      if (filler < 0) {
        return false;
      }
      at = cues.to(filler) + 1;
    }
    return false;
  }

  private int fillerEndingAt(int word) {
    for (int cue = cues.at(Math.max(0, word - 3));
        cue < cues.size() && cues.from(cue) <= word;
        cue++) {
      if (cues.to(cue) == word
          && (cues.is(cue, Cue.FILLER) || cues.is(cue, Cue.YES) || cues.is(cue, Cue.URGE))) {
        return cues.from(cue);
      }
    }
    return -1;
  }
}
