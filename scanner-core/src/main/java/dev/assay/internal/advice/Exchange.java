package dev.assay.internal.advice;

/**
 * What kind of exchange a question and its answer are. Word problems, stories and articles name the
 * same practices as advice does, and advise nothing; they are told by their form, not by what they
 * are about.
 */
enum Exchange {
  /** Somebody asks what to do, or there is no question to tell by. */
  ADVICE,
  /** The question asks for knowledge, but the answer speaks to its reader. */
  ADDRESSED,
  /** The question asks for knowledge, and the answer speaks of the matter alone. */
  TOLD,
  /** A text to order, such as a story or a summary, or a sum. */
  WORK;

  /** An order for a text stands at the beginning of the question. */
  private static final int OPENING = 2;

  /**
   * Reads the form.
   *
   * @param asked cues of the question
   * @param answered cues of the answer
   */
  static Exchange of(AdviceText question, Cues asked, AdviceText answer, Cues answered) {
    boolean personal = asked.find(Cue.ASKER, 0, question.words()) >= 0;
    if (commissioned(question, asked) || sum(question, asked, answer, personal)) {
      return WORK;
    }
    if (personal
        || asked.find(Cue.ASKS_ADVICE, 0, question.words()) >= 0
        || asked.find(Cue.ASK_RISK, 0, question.words()) >= 0
        || asked.find(Cue.ASK_MAY, 0, question.words()) >= 0
        || !opensAll(question, asked)
        || NormFinder.repliesShortly(answered)) {
      return ADVICE;
    }
    return asked.find(Cue.ASK_WHETHER, 0, 1) >= 0 || addresses(answer, answered) ? ADDRESSED : TOLD;
  }

  /** Whether each sentence asks: who tells what happened is after advice, however short. */
  private static boolean opensAll(AdviceText question, Cues asked) {
    for (int sentence = 0; sentence < question.sentences(); sentence++) {
      int start = question.sentenceStart(sentence);
      if (asked.find(Cue.ASK_WHAT, start, start + 1) < 0
          && asked.find(Cue.ASK_WHETHER, start, start + 1) < 0) {
        return false;
      }
    }
    return question.sentences() > 0;
  }

  /** "Write a story about ...", but not "write a guide to ...". */
  private static boolean commissioned(AdviceText question, Cues asked) {
    int sentences = Math.min(OPENING, question.sentences());
    for (int sentence = 0; sentence < sentences; sentence++) {
      int start = question.sentenceStart(sentence);
      if (asked.find(Cue.COMMISSION, start, start + 1) >= 0) {
        return asked.find(Cue.GUIDE, 0, question.words()) < 0;
      }
      if (asked.find(Cue.PLAY, start, start + 1) >= 0) {
        return asked.find(Cue.ASKER, 0, question.words()) < 0
            || asked.find(Cue.ASKS_ADVICE, 0, question.words()) < 0;
      }
    }
    return false;
  }

  /** A word problem is solved by equations; who asks of himself, and not how much, asks advice. */
  private static boolean sum(AdviceText question, Cues asked, AdviceText answer, boolean personal) {
    return answer.equates() && (!personal || asked.find(Cue.HOW_MUCH, 0, question.words()) >= 0);
  }

  private static boolean addresses(AdviceText answer, Cues cues) {
    for (int cue = 0; cue < cues.size(); cue++) {
      boolean opens = answer.boundary(cues.from(cue)) >= AdviceText.SOFT;
      boolean orders =
          cues.is(cue, Cue.VERB)
              || cues.is(cue, Cue.URGE)
              || cues.is(cue, Cue.FLIP)
              || cues.is(cue, Cue.UNDO);
      if (cues.is(cue, Cue.READER) || opens && orders && !cues.is(cue, Cue.TELLS)) {
        return true;
      }
    }
    return false;
  }
}
