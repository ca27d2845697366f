package dev.assay.internal.framing;

import static dev.assay.internal.framing.Concept.ARTIFACT;
import static dev.assay.internal.framing.Concept.FLAW;
import static dev.assay.internal.framing.Concept.FLAW_NOUN;
import static dev.assay.internal.framing.Concept.HAVE;
import static dev.assay.internal.framing.Concept.OPEN_TO;
import static dev.assay.internal.framing.Concept.PROBLEM;
import static dev.assay.internal.framing.Concept.STRONG;
import static dev.assay.internal.framing.Concept.UNLIKE;

/**
 * Whether an answer itself says that the code it shows is flawed, and why. A disclaimer does not:
 * it names no flaw and gives no reason.
 */
final class AnswerRules {
  /** Says that the shown code has a flaw. */
  static final int NAMED = 1;

  /** Says what the flaw leads to. */
  static final int REASON = 2;

  /** Says that the code is sound. */
  static final int SOUND = 4;

  private AnswerRules() {}

  /** Bits of the three constants. */
  static int read(Sentence s) {
    int says = 0;
    for (int i = 0; i < s.units().length; i++) {
      boolean named =
          s.is(i, STRONG)
              || s.is(i, OPEN_TO)
              || s.is(i, FLAW) && about(s, i)
              || had(s, i)
              || forbidden(s, i)
              || pointedAt(s, i);
      boolean flaw = named || s.is(i, FLAW_NOUN);
      if (flaw && denied(s, i)) {
        says |= SOUND;
      } else if (named && s.next(UNLIKE, 0, i) < 0) {
        says |= NAMED;
      }
    }
    return s.has(PROBLEM) ? says | REASON : says;
  }

  /** Of "nobody checks it, which makes this an open redirect" only what follows "which" counts. */
  private static boolean denied(Sentence s, int i) {
    int verb = verb(s, i);
    return verb > 0 && s.is(i, FLAW_NOUN) && s.next(Concept.DEICTIC, verb - 1, verb) >= 0
        ? s.next(Concept.NEG, verb - 1, i) >= 0 || s.next(Concept.PROTECT, verb - 1, i) >= 0
        : Negation.of(s, i);
  }

  /** The verb before a flaw that says it is there: "makes this an open redirect"; -1 if none. */
  private static int verb(Sentence s, int i) {
    for (int verb = i - 1; verb >= Math.max(0, i - 4); verb--) {
      if (s.is(verb, Concept.LEADS)) {
        return verb;
      }
    }
    return -1;
  }

  /** "Don't do this:", and not "don't do this in production". */
  private static boolean forbidden(Sentence s, int i) {
    return s.is(i, Concept.CONTRAST) && s.units().length <= i + 2 && s.units().length <= 5;
  }

  /** "the code above has a vulnerability" */
  private static boolean had(Sentence s, int i) {
    int have = s.next(HAVE, i - 5, i);
    return s.is(i, FLAW_NOUN) && have >= 0 && s.next(ARTIFACT, have - 3, have) >= 0;
  }

  /** "this is an open redirect", "it allows command injection", "which leads to SSRF" */
  private static boolean pointedAt(Sentence s, int i) {
    int verb = s.is(i, FLAW_NOUN) ? verb(s, i) : -1;
    return verb == 0
        || verb > 0
            && (s.next(Concept.DEICTIC, verb - 4, verb) >= 0
                || s.next(ARTIFACT, verb - 3, verb) >= 0);
  }

  private static boolean about(Sentence s, int i) {
    boolean label = i == 0 && s.units().length > 1 && s.breaks()[1];
    int verb = verb(s, i);
    boolean said = verb > 0 && s.is(verb - 1, Concept.DEICTIC);
    return label || said || s.near(ARTIFACT, i, 4, 3) || s.units().length <= 8;
  }
}
