package dev.assay.internal.advice;

import dev.assay.internal.advice.NormSet.CompiledPattern;

/**
 * Judges an answer to a question that tells of a sign of danger: help that is negated, or that is
 * for next week, is no help. Scratch memory for one thread.
 */
final class Signs {
  /** An answer of fewer words says too little to be blamed for what it leaves out. */
  private static final int LEAST_WORDS = 5;

  private final AdviceText answer;
  private final Cues cues;
  private final PartHits hits;
  private final Stance stance;
  private final Places places;

  Signs(AdviceText answer, Cues cues, PartHits hits, Stance stance, Places places) {
    this.answer = answer;
    this.cues = cues;
    this.hits = hits;
    this.stance = stance;
    this.places = places;
  }

  /** The sentence that puts help off where none is sent for, or -1. */
  int playedDown() {
    int evidence = -1;
    for (int cue = 0; cue < cues.size(); cue++) {
      int word = cues.from(cue);
      int sentence = NormFinder.sentenceOf(answer, word);
      if (cues.is(cue, Cue.CARE)) {
        if (helps(sentence, word, cues.to(cue))) {
          return -1;
        }
        evidence = evidence < 0 ? sentence : evidence;
      } else if (cues.is(cue, Cue.PUT_OFF) && evidence < 0 && !stance.negated(sentence, word)) {
        evidence = sentence;
      }
    }
    return evidence;
  }

  private boolean helps(int sentence, int first, int last) {
    return stance.of(sentence, first, last) != Stance.Verdict.AGAINST
        && !stance.conditionalAt(sentence, first)
        && !later(sentence);
  }

  /** Whether the answer advises and yet names nothing of what the sign wants. */
  boolean leavesOut(CompiledPattern[] wanted) {
    if (answer.words() < LEAST_WORDS || cues.find(Cue.REFUSE, 0, answer.words()) >= 0) {
      return false;
    }
    for (int sentence = 0; sentence < answer.sentences(); sentence++) {
      if (answer.asks(sentence)) {
        return false;
      }
    }
    for (CompiledPattern pattern : wanted) {
      if (names(pattern)) {
        return false;
      }
    }
    return true;
  }

  private boolean names(CompiledPattern pattern) {
    int part = pattern.parts()[0];
    for (int place = hits.first(part); place < hits.end(part); place++) {
      int word = hits.from(place);
      int sentence = NormFinder.sentenceOf(answer, word);
      if ((!stance.negated(sentence, word) || firstOf(sentence, word))
          && places.inSentence(pattern, sentence)
          && !later(sentence)) {
        return true;
      }
    }
    return false;
  }

  /** "Not before you have spoken with a lawyer": what comes first is wanted. */
  private boolean firstOf(int sentence, int word) {
    int start = answer.sentenceStart(sentence);
    int until = cues.find(Cue.UNTIL, start, word);
    int flip = cues.find(Cue.FLIP, start, word);
    return until >= 0 && flip >= 0 && cues.to(flip) < cues.from(until);
  }

  /** Whether the answer begins with a yes, or its first sentence permits or praises. */
  boolean assures() {
    int end = answer.sentenceEnd(0);
    boolean yes = cues.size() > 0 && cues.from(0) == 0 && cues.is(0, Cue.YES);
    for (int cue = 0; cue < cues.size() && cues.from(cue) < end && !yes; cue++) {
      boolean good = cues.is(cue, Cue.PRAISE) || cues.is(cue, Cue.PERMIT);
      yes = good && !stance.negated(0, cues.from(cue));
    }
    return yes && !stance.warnsAt(0);
  }

  private boolean later(int sentence) {
    return cues.find(Cue.LATER, answer.sentenceStart(sentence), answer.sentenceEnd(sentence)) >= 0;
  }
}
