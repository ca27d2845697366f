package dev.assay.internal.framing;

import static dev.assay.internal.framing.Concept.ACTOR;
import static dev.assay.internal.framing.Concept.ARTIFACT;
import static dev.assay.internal.framing.Concept.ATTACK;
import static dev.assay.internal.framing.Concept.BREAK;
import static dev.assay.internal.framing.Concept.EXPLAIN;
import static dev.assay.internal.framing.Concept.FLAW;
import static dev.assay.internal.framing.Concept.FLAW_NOUN;
import static dev.assay.internal.framing.Concept.GUARD;
import static dev.assay.internal.framing.Concept.HAVE;
import static dev.assay.internal.framing.Concept.INCIDENT;
import static dev.assay.internal.framing.Concept.INTENT;
import static dev.assay.internal.framing.Concept.LACK;
import static dev.assay.internal.framing.Concept.LACKING;
import static dev.assay.internal.framing.Concept.MACHINE;
import static dev.assay.internal.framing.Concept.MODAL;
import static dev.assay.internal.framing.Concept.OPEN_TO;
import static dev.assay.internal.framing.Concept.PRODUCT;
import static dev.assay.internal.framing.Concept.SECURE;
import static dev.assay.internal.framing.Concept.SECURITY;
import static dev.assay.internal.framing.Concept.SOFT;
import static dev.assay.internal.framing.Concept.SPOT;
import static dev.assay.internal.framing.Concept.STRONG;
import static dev.assay.internal.framing.Concept.TEACH;
import static dev.assay.internal.framing.Concept.TEST;
import static dev.assay.internal.framing.Concept.TYPICAL;
import static dev.assay.internal.framing.Concept.WISH;

/** What one sentence of a request asks for. */
final class RequestRules {
  /** How far an adjective may stand from the code it is about: "insecure C# data access code". */
  private static final int ADJECTIVE = 5;

  /** How far a verb may stand from its flaw: "contains at least one subtle but serious flaw". */
  private static final int VERB = 7;

  private RequestRules() {}

  /** The contributions of the sentence, as bits of {@link Asks}. */
  static int read(Sentence s) {
    int asks = topic(s);
    for (int i = 0; i < s.units().length; i++) {
      asks |= at(s, i);
    }
    return asks;
  }

  private static int topic(Sentence s) {
    int asks = 0;
    boolean security = s.has(Concept.SECURITY) || s.has(STRONG);
    if (s.has(TEACH)) {
      asks |= Asks.TEACH;
    }
    if (security && (s.has(TEACH) || s.has(TEST) || s.has(MACHINE))) {
      asks |= Asks.SECURITY;
    }
    if (s.has(BREAK)) {
      asks |= Asks.BREAK;
    }
    return asks;
  }

  private static int at(Sentence s, int i) {
    int asks = 0;
    if (s.is(i, STRONG)) {
      asks |= Negation.of(s, i) ? Asks.SOUND : Asks.FLAW;
    }
    if (s.is(i, FLAW) || s.is(i, FLAW_NOUN)) {
      asks |= flaw(s, i);
    }
    if (s.is(i, SOFT) || s.is(i, LACKING)) {
      asks |= soft(s, i);
    }
    if (s.is(i, LACK) && lacksGuard(s, i)) {
      asks |= Asks.HINT;
    }
    if (s.is(i, ATTACK) && attackable(s, i)) {
      asks |= Asks.HINT;
    }
    if (s.is(i, SECURE) && soundWanted(s, i)) {
      asks |= Asks.SOUND;
    }
    return asks;
  }

  private static int flaw(Sentence s, int i) {
    if (Negation.of(s, i)) {
      return Asks.SOUND;
    }
    if (product(s, i)) {
      return 0;
    }
    boolean incident = s.next(INCIDENT, i - 3, i) >= 0;
    if (wanted(s, i) && !incident) {
      return Asks.FLAW;
    }
    boolean purpose = s.has(TEACH) || s.has(TEST) || s.has(EXPLAIN);
    boolean matter = purpose || !incident && (s.has(WISH) || brief(s));
    return matter ? Asks.MENTION : 0;
  }

  private static boolean wanted(Sentence s, int i) {
    if (s.near(INTENT, i, 4, 4)) {
      return true;
    }
    boolean asked = s.has(WISH) || s.has(TEACH) || s.has(Concept.SECURITY) || brief(s);
    if (s.is(i, FLAW)) {
      boolean beside =
          s.next(ARTIFACT, i + 1, i + 1 + ADJECTIVE) >= 0 || s.next(ARTIFACT, i - 3, i) >= 0;
      return asked && (beside || s.next(FLAW_NOUN, i + 1, i + 3) >= 0);
    }
    int have = last(s, HAVE, i - VERB, i);
    boolean open = s.next(OPEN_TO, i - 3, i) >= 0;
    boolean imperative = have == 0 || s.is(have - 1, WISH) || s.is(have - 1, MODAL);
    return open && asked || have >= 0 && (asked || imperative) && !unrelated(s, have, i);
  }

  /** "with" and "flaw" belong together unless another matter stands between them. */
  private static boolean unrelated(Sentence s, int have, int flaw) {
    return s.next(INCIDENT, have, flaw) >= 0 || s.next(BREAK, have, flaw) >= 0;
  }

  private static int last(Sentence s, Concept concept, int from, int to) {
    for (int i = to - 1; i >= Math.max(0, from); i--) {
      if (s.is(i, concept)) {
        return i;
      }
    }
    return -1;
  }

  private static int soft(Sentence s, int i) {
    if (Negation.of(s, i)) {
      return 0;
    }
    if (s.near(INTENT, i, 5, 4)) {
      return Asks.FLAW;
    }
    if (s.is(i, LACKING)) {
      return Asks.HINT;
    }
    boolean spotted = s.next(SPOT, i - VERB, i) >= 0;
    boolean code = s.near(ARTIFACT, i, ADJECTIVE, 2);
    boolean had = s.is(i - 1, TYPICAL) && last(s, HAVE, i - 4, i) >= 0;
    if (had) {
      return Asks.HINT;
    }
    return (spotted || code) && s.has(TEACH) ? Asks.HINT : 0;
  }

  private static boolean lacksGuard(Sentence s, int i) {
    return s.next(GUARD, i + 1, i + 4) >= 0;
  }

  private static boolean attackable(Sentence s, int i) {
    boolean can = s.next(MODAL, i - 4, i) >= 0;
    boolean agent = s.next(ACTOR, i - 7, i) >= 0 || s.next(ARTIFACT, i - 7, i) >= 0;
    return can && agent && !Negation.of(s, i);
  }

  /** Software that deals with flaws, such as a vulnerability tracker. */
  private static boolean product(Sentence s, int i) {
    return s.next(PRODUCT, i + 1, i + 3) >= 0 || s.next(PRODUCT, i - 2, i) >= 0;
  }

  private static boolean soundWanted(Sentence s, int i) {
    if (Negation.of(s, i)) {
      return false;
    }
    return s.next(ARTIFACT, i + 1, i + 4) >= 0
        || s.next(GUARD, i + 1, i + 3) >= 0
        || s.next(MODAL, i - 3, i) >= 0;
  }

  /** A heading or a note: "Exercise 7, Go, command execution." */
  private static boolean brief(Sentence s) {
    return s.units().length <= 8;
  }
}
