package dev.assay.internal.framing;

import static dev.assay.internal.framing.Concept.ACTOR;
import static dev.assay.internal.framing.Concept.ARTIFACT;
import static dev.assay.internal.framing.Concept.ATTACK;
import static dev.assay.internal.framing.Concept.CONTRAST;
import static dev.assay.internal.framing.Concept.GUARD;
import static dev.assay.internal.framing.Concept.LACK;
import static dev.assay.internal.framing.Concept.MALICE;
import static dev.assay.internal.framing.Concept.MODAL;
import static dev.assay.internal.framing.Concept.OWN;
import static dev.assay.internal.framing.Concept.REMOVE;
import static dev.assay.internal.framing.Concept.SPOT;
import static dev.assay.internal.framing.Concept.TEST;
import static dev.assay.internal.framing.Concept.VILLAIN;

/** What a sentence says of flawed code without naming a flaw: who attacks it, what flags it. */
final class HintRules {
  private HintRules() {}

  /** The contributions of one unit, as bits of {@link Asks}. */
  static int read(Sentence s, int i) {
    boolean guard = s.next(GUARD, i + 1, i + 4) >= 0;
    if (s.is(i, REMOVE) && guard && !Negation.of(s, i)) {
      return Asks.HINT;
    }
    if (s.is(i, LACK) && guard) {
      return Asks.LACK;
    }
    boolean withstands = s.is(i - 1, Concept.NEG) && s.next(ARTIFACT, i - 4, i) >= 0;
    if (s.is(i, ATTACK) && Negation.of(s, i) && (s.has(Concept.OBLIGE) || withstands)) {
      return Asks.SOUND;
    }
    boolean attacked = s.is(i, ATTACK) && attackable(s, i);
    if (s.is(i, ATTACK) && studied(s) && !Negation.of(s, i)) {
      return Asks.HINT | Asks.TEACH;
    }
    boolean villain = s.is(i, VILLAIN) && s.next(MODAL, i + 1, i + 3) >= 0;
    boolean contrast = s.is(i, CONTRAST) || objected(s, i);
    if (!(attacked || villain || contrast || setting(s, i) || alarm(s, i) || s.is(i, MALICE))
        || Negation.of(s, i)) {
      return 0;
    }
    int asks = attacked || villain || contrast ? Asks.HINT : 0;
    asks |= setting(s, i) ? Asks.GENRE : 0;
    asks |= s.is(i, MALICE) ? Asks.MALICE : 0;
    asks |= s.is(i, MALICE) && s.has(Concept.LESSON) ? Asks.HINT : 0;
    return asks | (alarm(s, i) ? Asks.ALARM : 0);
  }

  /** "for our honeypot", "bait for attackers" */
  private static boolean setting(Sentence s, int i) {
    boolean lured = s.has(Concept.SECURITY) || s.has(VILLAIN) || s.has(ATTACK);
    return s.is(i, Concept.GENRE) || s.is(i, Concept.LURE) && lured;
  }

  /** "why do people get hacked", "attack it legally" */
  private static boolean studied(Sentence s) {
    return s.has(Concept.SANDBOX) || s.has(Concept.WHY) && !s.has(OWN);
  }

  /** "a good reviewer would block it", "what should the auditor say" */
  private static boolean objected(Sentence s, int i) {
    int who = s.is(i, Concept.OBJECT) ? s.next(Concept.REVIEW, i - 6, i) : -1;
    return who >= 0
        && (s.next(MODAL, i - 3, i) >= 0
            || s.next(Concept.OBLIGE, i - 3, i) >= 0
            || s.next(Concept.RELATIVE, who - 3, who) >= 0);
  }

  /** "the linter should complain", "code that violates it" */
  private static boolean alarm(Sentence s, int i) {
    if (s.is(i, SPOT) && s.has(Concept.WHETHER) && s.next(Concept.TOOL, i - 3, i) >= 0) {
      return true;
    }
    if (!s.is(i, Concept.ALARM)) {
      return false;
    }
    return s.next(MODAL, i - 4, i) >= 0
        || s.next(Concept.OBLIGE, i - 4, i) >= 0
        || s.near(TEST, i, 2, 2)
        || s.next(ARTIFACT, i - 3, i + 3) >= 0;
  }

  /** "my students attack it", "attackers can get in", "an app that I can hack". */
  private static boolean attackable(Sentence s, int i) {
    boolean can = s.next(MODAL, i - 4, i) >= 0;
    boolean who = s.next(ACTOR, i - 9, i) >= 0 || s.next(ARTIFACT, i - 9, i) >= 0;
    return can && who || s.next(Concept.LEARNER, i - 5, i) >= 0;
  }
}
