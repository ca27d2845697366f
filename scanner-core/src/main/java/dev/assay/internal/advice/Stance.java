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

  /** A negation governs a warning at most so many words on: "no danger". */
  private static final int WARNED = 3;

  /** A negation denies a sign at most so many words on. */
  private static final int DENIED = 3;

  /** What undoes a protection stands at most so many words before it. */
  private static final int UNDONE = 4;

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
    /** Says that it is not, cannot be or does not work: told, not advised. */
    DENIED,
    /** No advice on it. */
    NEITHER
  }

  /**
   * The stance of the sentence to the practice that its words {@code first} to {@code last} name.
   *
   * @param sentence where they stand
   */
  Verdict of(int sentence, int first, int last) {
    return of(sentence, first, last, -1);
  }

  /**
   * As {@link #of(int, int, int)}, of a practice whose parts stand apart.
   *
   * @param own bit i is set if word {@code first + i} belongs to a part: a negation there, such as
   *     in "climb without ropes", is part of the practice and turns nothing; -1 if all belong to it
   */
  Verdict of(int sentence, int first, int last, long own) {
    int lead = lead(first, last, own);
    return lead > first
        ? ordered(sentence, lead, first, last, own)
        : judged(sentence, first, last, own);
  }

  /** "If you feel well, stop the tablets": an order, whose words begin before it. */
  private Verdict ordered(int sentence, int lead, int first, int last, long own) {
    boolean other =
        text.asks(sentence)
            || text.quoted(first) && text.quoted(last)
            || cues.find(Cue.VOICE, text.sentenceStart(sentence), first) >= 0
            || cues.find(Cue.OTHERS, clauseStart(sentence, first), first) >= 0
                && !ordersBefore(clauseStart(sentence, first), first)
                && !conditional(clauseStart(sentence, first), first)
            || flipsInside(lead, last, first, own)
            || flipsAfter(last, clauseEnd(last, text.sentenceEnd(sentence))) > 0
            || warns(text.sentenceStart(sentence), text.sentenceEnd(sentence), first, last, own)
            || warnsNext(sentence);
    return other ? Verdict.NEITHER : Verdict.FOR;
  }

  private Verdict judged(int sentence, int first, int last, long own) {
    if (text.asks(sentence) && cues.find(Cue.RHETORIC, text.sentenceStart(sentence), first) < 0
        || text.quoted(first) && text.quoted(last)) {
      return Verdict.NEITHER;
    }
    int clause = clauseStart(sentence, first);
    int start = text.sentenceStart(sentence);
    int end = text.sentenceEnd(sentence);
    if (told(start, clause, first)
        || conditional(clause, first)
        || cues.find(Cue.LACK, clause, clause + 1) >= 0 && !needed(last, end)) {
      return Verdict.NEITHER;
    }
    int flips = flipsBefore(clause, first);
    // "Skip the lesson, guides are overrated" says the same twice.
    flips += flipsAfter(last, flips > 0 ? partEnd(last, end) : clauseEnd(last, end));
    if (flipsInside(first, last, first, own)) {
      return Verdict.NEITHER;
    }
    boolean warned = warns(start, end, first, last, own) || warnsNext(sentence);
    if (flips % 2 == 1) {
      return warned ? Verdict.NEITHER : against(clause, first, last, end);
    }
    if (warned) {
      return Verdict.NEITHER;
    }
    boolean urged =
        isOrder(clause, first) && !text.endsWithIng(first)
            || ordersBefore(clause, first)
            || allowedToLeave(clause, first)
            || cues.find(Cue.URGE, clause, first + 1) >= 0
            || cues.find(Cue.PERMIT, clause, first + 1) >= 0
            || praised(clause, first)
            || praised(first, end);
    return urged ? Verdict.FOR : Verdict.NEITHER;
  }

  /** Talked away by an order or a judgement, or only denied: "the body can't make it". */
  private Verdict against(int clause, int first, int last, int end) {
    if (flipsAfter(last, clauseEnd(last, end)) > 0) {
      return Verdict.AGAINST;
    }
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      boolean tells =
          cues.is(cue, Cue.TELLS) || cues.is(cue, Cue.BARE) && !opensOrder(clause, cues.from(cue));
      if (governs(cue, first) && (!tells || needed(last, end)) && meant(cue, clause, first, last)) {
        return Verdict.AGAINST;
      }
    }
    return Verdict.DENIED;
  }

  /**
   * Whether the sentence has a protection undone: "turn off the alarm", "take the guard off".
   *
   * @param first where the protection is named
   */
  boolean undone(int sentence, int first, int last) {
    int from = Math.max(text.sentenceStart(sentence), first - UNDONE);
    for (int cue = cues.at(from); cue < cues.size() && cues.from(cue) < first; cue++) {
      boolean undoes = cues.is(cue, Cue.UNDO) || cues.is(cue, Cue.SPLIT) && isOff(last, sentence);
      if (undoes
          && commas(cues.from(cue), first) == 0
          && endsNoun(last, sentence)
          && of(sentence, cues.from(cue), last) == Verdict.FOR) {
        return true;
      }
    }
    return false;
  }

  private boolean endsNoun(int last, int sentence) {
    return last + 1 >= text.sentenceEnd(sentence)
        || text.boundary(last + 1) != AdviceText.NONE
        || cues.find(Cue.JOINT, last + 1, last + 2) >= 0;
  }

  private boolean isOff(int last, int sentence) {
    int limit = Math.min(last + NEAR, partEnd(last, text.sentenceEnd(sentence)));
    return cues.find(Cue.OFF, last + 1, limit) >= 0;
  }

  /**
   * Whether a negation means what stands some words on: "don't bother with the doctor", but not
   * "don't wait for the doctor"; "ride without a helmet", but not "periods without food".
   */
  private boolean meant(int cue, int clause, int first, int last) {
    if (cues.is(cue, Cue.LACK) && !cues.is(cue, Cue.TELLS)) {
      int before = cues.from(cue);
      if (cues.find(Cue.OTHERS, clause, before) >= 0) {
        return false;
      }
      return isOrder(clause, before)
          || ordersBefore(clause, before)
          || text.endsWithIng(clause)
          || cues.find(Cue.URGE, clause, before) >= 0
          || cues.find(Cue.PERMIT, clause, before) >= 0
          || praised(clause, text.sentenceEnd(NormFinder.sentenceOf(text, first)));
    }
    int next = cues.to(cue) + 1;
    int sentence = NormFinder.sentenceOf(text, first);
    boolean undoes =
        cues.find(Cue.UNDO, next, first) >= 0
            || cues.find(Cue.SPLIT, next, first) >= 0 && isOff(last, sentence);
    if (undoes) {
      return false;
    }
    return !cues.is(cue, Cue.BARE) || next >= first || used(next, first);
  }

  /**
   * Whether what is negated is the use of the practice: "don't wear the helmet", but not "never do
   * that with insulin" nor "don't sign before a lawyer has read it".
   */
  private boolean used(int next, int first) {
    int use = cues.find(Cue.USES, next, Math.min(next + 2, first));
    return use >= 0
        && cues.find(Cue.NO_USE, next, Math.min(next + 2, first)) < 0
        && cues.find(Cue.IT, cues.to(use) + 1, first) < 0
        && cues.find(Cue.UNTIL, next, first + 1) < 0;
  }

  /** "No survey is needed": said of what "no" stands before. */
  private boolean needed(int last, int end) {
    int limit = Math.min(last + NEAR, partEnd(last, end));
    return cues.find(Cue.NEEDED, last + 1, limit) >= 0;
  }

  /** Whether the assistant says what the words from {@code first} to {@code last} say. */
  boolean claims(int sentence, int first, int last, long own) {
    int clause = clauseStart(sentence, first);
    return !text.asks(sentence)
        && !(text.quoted(first) && text.quoted(last))
        && cues.find(Cue.VOICE, text.sentenceStart(sentence), first) < 0
        && (!conditional(clause, first) || commas(first, last) > 0)
        && flipsBefore(clause, first) % 2 == 0
        && !flipsInside(first, last, first, own)
        && !judgedInside(first, last, own)
        && !refuted(sentence);
  }

  /** "Carrying a balance doesn't help your score": a judgement that is none of the claim. */
  private boolean judgedInside(int first, int last, long own) {
    for (int cue = cues.at(first + 1); cue < cues.size() && cues.to(cue) < last; cue++) {
      if (cues.is(cue, Cue.FLIP_AFTER)
          && !isOwn(cues.from(cue) - first, own)
          && !isOwn(cues.to(cue) - first, own)) {
        return true;
      }
    }
    return false;
  }

  private boolean refuted(int sentence) {
    return cues.find(Cue.MYTH, text.sentenceStart(sentence), text.sentenceEnd(sentence)) >= 0;
  }

  /** Whether a negation stands close before the word: "no numbness, no weakness". */
  boolean denied(int first) {
    for (int cue = cues.at(Math.max(0, first - DENIED)); cues.size() > cue; cue++) {
      if (cues.from(cue) >= first) {
        return false;
      }
      if (cues.is(cue, Cue.FLIP) && !cues.is(cue, Cue.NO_FLIP)) {
        return true;
      }
    }
    return false;
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
    return warns(start, text.sentenceEnd(sentence), start - 1, start - 1, -1)
        || warnsNext(sentence);
  }

  private int clauseStart(int sentence, int first) {
    int start = text.sentenceStart(sentence);
    int at = first;
    while (at > start && text.boundary(at) < AdviceText.HARD) {
      at--;
    }
    int clause = at;
    for (int cue = cues.at(at); cue < cues.size() && cues.to(cue) < first; cue++) {
      if (cues.is(cue, Cue.CLAUSE) && !cues.is(cue, Cue.OTHERS)) {
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
      if (cues.is(cue, Cue.OTHERS)
          && cues.find(Cue.URGE, cues.to(cue), first) < 0
          && cues.find(Cue.PERMIT, cues.to(cue), first) < 0
          && !ordersBefore(clause, cues.from(cue))) {
        return true;
      }
    }
    return false;
  }

  private boolean conditional(int clause, int first) {
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      if (cues.is(cue, Cue.CONDITION)
          && commas(cues.to(cue), first) == 0
          && !permitsBehind(cues.to(cue), first)) {
        return true;
      }
    }
    return false;
  }

  /** "Once it is gone you can stop": what is allowed is no condition any more. */
  private boolean permitsBehind(int condition, int first) {
    for (int word = condition + 2; word < first; word++) {
      if (permits(word, first)) {
        return true;
      }
    }
    return false;
  }

  private int flipsBefore(int clause, int first) {
    int flips = 0;
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      // "Don't stop the tablets", where to stop them is the practice.
      boolean inside = cues.is(cue, Cue.NO_FLIP) && cues.to(cue) >= first;
      if (governs(cue, first) || inside) {
        flips++;
      }
    }
    return flips;
  }

  private boolean governs(int cue, int first) {
    int distance = first - cues.to(cue);
    boolean near =
        distance <= (cues.is(cue, Cue.FAR) ? REACH : NEAR)
            && (commas(cues.to(cue), first) == 0
                || distance <= OVER_COMMA && text.boundary(cues.to(cue) + 1) == AdviceText.NONE);
    return cues.is(cue, Cue.FLIP)
        && !cues.is(cue, Cue.NO_FLIP)
        && distance > 0
        && near
        && !ordersBehind(cues.to(cue) + 1, first)
        && !answers(cue, first)
        && (cues.is(cue, Cue.FAR) || !joined(cues.to(cue) + 1, first));
  }

  /** "Decline to answer or ask for counsel": another verb has begun. */
  private boolean joined(int from, int first) {
    for (int and = cues.find(Cue.AND, from, first);
        and >= 0;
        and = cues.find(Cue.AND, cues.to(and) + 1, first)) {
      int next = cues.to(and) + 1;
      if (next <= first && cues.find(Cue.VERB, next, next + 1) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** "Stop the machine, lock it out": what stands behind the comma is an order of its own. */
  private boolean ordersBehind(int from, int first) {
    for (int word = from + 1; word <= first; word++) {
      if (text.boundary(word) == AdviceText.SOFT && cues.find(Cue.VERB, word, word + 1) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** "No, wear it" answers; it does not negate. */
  private boolean answers(int cue, int first) {
    return cues.is(cue, Cue.NO)
        && text.boundary(cues.from(cue)) >= AdviceText.HARD
        && cues.to(cue) + 1 <= first
        && text.boundary(cues.to(cue) + 1) == AdviceText.SOFT;
  }

  private int flipsAfter(int last, int end) {
    int cue = cues.find(Cue.FLIP_AFTER, last + 1, end);
    return cue >= 0 ? 1 : 0;
  }

  /** Whether something between the words of the practice negates, and is none of them. */
  private boolean flipsInside(int from, int last, int first, long own) {
    for (int cue = cues.at(from + 1); cue < cues.size() && cues.to(cue) < last; cue++) {
      if (cues.is(cue, Cue.FLIP)
          && !cues.is(cue, Cue.NO_FLIP)
          && !isOwn(cues.from(cue) - first, own)
          && !isOwn(cues.to(cue) - first, own)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwn(int offset, long own) {
    return own != -1 && offset >= 0 && offset < Long.SIZE && (own >>> offset & 1) != 0;
  }

  /** Where an order or a permission begins behind a comma inside the practice; else its start. */
  private int lead(int first, int last, long own) {
    for (int word = first + 1; word <= last; word++) {
      if (permits(word, last)
          || allowsToLeave(word, first, own)
          || text.boundary(word) == AdviceText.SOFT && beginsWithVerb(word, last + 1)) {
        return word;
      }
    }
    return first;
  }

  /** "You can skip", where to skip is of the practice. */
  private boolean allowsToLeave(int word, int first, long own) {
    int cue = cues.find(Cue.FLIP, word, word + 1);
    return cue >= 0
        && cues.to(cue) > word
        && !cues.is(cue, Cue.NO_FLIP)
        && isOwn(cues.to(cue) - first, own)
        && !isOwn(word - first, own);
  }

  private boolean permits(int word, int last) {
    int cue = cues.find(Cue.PERMIT, word, word + 1);
    return cue >= 0 && cues.to(cue) > word && cues.to(cue) < last;
  }

  /** A warning that is not itself negated, such as "no danger". */
  private boolean warns(int start, int end, int first, int last, long own) {
    for (int cue = cues.at(start); cue < cues.size() && cues.from(cue) < end; cue++) {
      boolean named =
          cues.to(cue) >= first
              && cues.from(cue) <= last
              && (own == -1
                  || isOwn(cues.from(cue) - first, own)
                  || isOwn(cues.to(cue) - first, own));
      if (cues.is(cue, Cue.WARN) && !named) {
        if (!negatedNear(cue, start)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a negation stands close before a warning, whatever else stands between them. */
  private boolean negatedNear(int cue, int start) {
    for (int before = cue - 1;
        before >= 0 && cues.to(before) >= start && cues.from(cue) - cues.to(before) <= WARNED;
        before--) {
      if (cues.is(before, Cue.FLIP) && !answers(before, cues.from(cue))) {
        return true;
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
                && cues.is(before, Cue.FAR)
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
    return warns(start, end, start - 1, start - 1, -1);
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

  private boolean opensOrder(int clause, int word) {
    return word == clause
        || text.boundary(word) >= AdviceText.SOFT
        || fillerEndingAt(word - 1) >= 0;
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

  /** An order at the begin of the clause or behind a comma in it. */
  private boolean ordersBefore(int clause, int first) {
    for (int word = clause; word < first; word++) {
      if ((word == clause || text.boundary(word) == AdviceText.SOFT)
          && beginsWithVerb(word, first)) {
        return true;
      }
    }
    return false;
  }

  /** "You can skip the tablets", where to skip them is the practice. */
  private boolean allowedToLeave(int clause, int first) {
    for (int cue = cues.at(clause); cue < cues.size() && cues.from(cue) < first; cue++) {
      if (cues.is(cue, Cue.FLIP) && !cues.is(cue, Cue.NO_FLIP) && cues.to(cue) >= first) {
        return true;
      }
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
