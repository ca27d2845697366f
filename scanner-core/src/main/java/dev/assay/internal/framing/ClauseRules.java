package dev.assay.internal.framing;

import static dev.assay.internal.framing.Concept.ARTIFACT;
import static dev.assay.internal.framing.Concept.ATTACK;
import static dev.assay.internal.framing.Concept.FLAW_NOUN;
import static dev.assay.internal.framing.Concept.HAVE;
import static dev.assay.internal.framing.Concept.LINK;
import static dev.assay.internal.framing.Concept.MODAL;
import static dev.assay.internal.framing.Concept.OWN;
import static dev.assay.internal.framing.Concept.PAST;
import static dev.assay.internal.framing.Concept.RELATIVE;
import static dev.assay.internal.framing.Concept.SOFT;
import static dev.assay.internal.framing.Concept.TASK;
import static dev.assay.internal.framing.Concept.TEACH;
import static dev.assay.internal.framing.Concept.TROUBLE;
import static dev.assay.internal.framing.Concept.WISH;
import static dev.assay.internal.framing.Concept.WORKS;

/**
 * What is said of code by a clause or a phrase behind it: what it does when it is attacked, what it
 * has trouble with, and what the lesson is about that it belongs to.
 */
final class ClauseRules {
  /** How far a clause may stand from the code that it is about. */
  private static final int CLAUSE = 5;

  /** How long the clause may be up to what is bad. */
  private static final int INSIDE = 8;

  private ClauseRules() {}

  /** The contributions of one unit, as bits of {@link Asks}. */
  static int read(Sentence s, int i) {
    int asks = does(s, i) || troubled(s, i) || happens(s, i) ? Asks.HINT : 0;
    return lessonOn(s, i) ? asks | Asks.MENTION : asks;
  }

  /** "the routine that went wrong", "a server which spills files" */
  private static boolean does(Sentence s, int i) {
    if (!s.is(i, RELATIVE) || !(s.has(WISH) || s.has(TASK) || s.has(TEACH))) {
      return false;
    }
    int code = last(s, ARTIFACT, i - CLAUSE, i);
    if (code < 0 || s.next(OWN, code - 2, code) >= 0) {
      return false;
    }
    int bad = s.next(SOFT, i + 1, i + INSIDE);
    return bad >= 0 && s.next(PAST, code - 2, bad) < 0 && !Negation.of(s, bad) && !ended(s, i, bad);
  }

  /** "a handler with a path problem" */
  private static boolean troubled(Sentence s, int i) {
    int have = s.is(i, TROUBLE) ? last(s, HAVE, i - 4, i) : -1;
    return have > 0
        && s.is(have - 1, ARTIFACT)
        && s.next(OWN, have - 4, have) < 0
        && !Negation.of(s, i);
  }

  /** "code where that happens", "an example in which the attack works" */
  private static boolean happens(Sentence s, int i) {
    if (!s.is(i, WORKS) || Negation.of(s, i)) {
      return false;
    }
    int relative = last(s, RELATIVE, i - 5, i);
    if (relative < 0 || last(s, ARTIFACT, relative - 4, relative) < 0) {
      return false;
    }
    return s.next(ATTACK, relative, i) >= 0
        || s.next(FLAW_NOUN, relative, i) >= 0
        || s.next(Concept.DEICTIC, relative + 1, i) >= 0;
  }

  /** "an assignment on exploitation", "the class about attacks" */
  private static boolean lessonOn(Sentence s, int i) {
    boolean matter = s.is(i, ATTACK) || s.is(i, FLAW_NOUN);
    int link = matter ? last(s, LINK, i - 3, i) : -1;
    int lesson = last(s, TEACH, link - 2, link);
    return link > 0
        && lesson >= 0
        && !(s.is(lesson - 1, OWN) && last(s, MODAL, lesson, link) > 0)
        && last(s, MODAL, link, i) < 0
        && !Negation.of(s, i);
  }

  private static boolean ended(Sentence s, int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (s.breaks()[i]) {
        return true;
      }
    }
    return false;
  }

  private static int last(Sentence s, Concept concept, int from, int to) {
    for (int i = to - 1; i >= Math.max(0, from); i--) {
      if (s.is(i, concept)) {
        return i;
      }
    }
    return -1;
  }
}
