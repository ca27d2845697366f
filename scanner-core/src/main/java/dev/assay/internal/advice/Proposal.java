package dev.assay.internal.advice;

/** What a question proposes to do with a practice that it names. */
enum Proposal {
  /** "Can I do it?" */
  DO_IT,
  /** "Can I leave it?" */
  LEAVE_IT,
  /** "Do I need it?" */
  IS_IT_NEEDED,
  /** "Is it risky to do it?" */
  IS_IT_RISKY,
  /** "Is it risky to leave it?" */
  IS_IT_RISKY_TO_LEAVE,
  NOTHING;

  /** Reads the sentence of a question whose practice begins at a word. */
  static Proposal of(AdviceText text, Cues cues, int sentence, int first) {
    int start = text.sentenceStart(sentence);
    boolean may = cues.find(Cue.ASK_MAY, start, first + 1) >= 0;
    boolean need = cues.find(Cue.ASK_NEED, start, first + 1) >= 0;
    int risk = cues.find(Cue.ASK_RISK, start, first + 1);
    if (!may && !need && risk < 0) {
      return NOTHING;
    }
    int flips = 0;
    for (int cue = cues.at(start); cue < cues.size() && cues.from(cue) < first; cue++) {
      // "Shouldn't I" and "don't I" ask; they do not negate.
      boolean opens = cues.from(cue) == start;
      boolean asks = risk >= 0 && cues.to(cue) <= cues.to(risk);
      if (cues.is(cue, Cue.FLIP)
          && !cues.is(cue, Cue.NO_FLIP)
          && cues.to(cue) < first
          && !opens
          && !asks) {
        flips++;
      }
    }
    if (risk >= 0) {
      return flips % 2 == 1 ? IS_IT_RISKY_TO_LEAVE : IS_IT_RISKY;
    }
    if (flips % 2 == 1) {
      return LEAVE_IT;
    }
    return need ? IS_IT_NEEDED : DO_IT;
  }
}
