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
import static dev.assay.internal.framing.Concept.OWN;
import static dev.assay.internal.framing.Concept.PRODUCT;
import static dev.assay.internal.framing.Concept.PROTECT;
import static dev.assay.internal.framing.Concept.SECURE;
import static dev.assay.internal.framing.Concept.SOFT;
import static dev.assay.internal.framing.Concept.SPOT;
import static dev.assay.internal.framing.Concept.STRONG;
import static dev.assay.internal.framing.Concept.TEACH;
import static dev.assay.internal.framing.Concept.TEST;
import static dev.assay.internal.framing.Concept.TYPICAL;
import static dev.assay.internal.framing.Concept.VILLAIN;
import static dev.assay.internal.framing.Concept.WISH;
import static dev.assay.internal.framing.Concept.WORKS;

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
    int asks = s.has(TEACH) ? Asks.TEACH : 0;
    asks |= s.has(TEST) || s.has(MACHINE) ? Asks.TEST : 0;
    asks |= s.has(Concept.SECURITY) ? Asks.SECURITY : 0;
    asks |= s.has(Concept.ANCILLARY) ? Asks.ANCILLARY : 0;
    asks |= s.has(Concept.TOOL) || s.has(Concept.OFFENSE) ? Asks.TOOL : 0;
    boolean alarmed = s.has(Concept.ALARM) || s.has(Concept.CONTRAST);
    asks |= s.has(Concept.WHETHER) && alarmed ? Asks.TOOL : 0;
    asks |= s.has(Concept.SANDBOX) ? Asks.TEACH : 0;
    asks |= s.has(Concept.LESSON) || s.has(Concept.LEARNER) ? Asks.LESSON : 0;
    asks |= s.has(Concept.CRIME) ? Asks.CRIME : 0;
    asks |= s.has(Concept.CONTINUE) && s.has(Concept.TASK) ? Asks.CONTINUE : 0;
    asks |= s.has(Concept.TASK) ? Asks.TASK : 0;
    asks |= s.has(Concept.CTF) ? Asks.CTF : 0;
    asks |= s.has(Concept.CHALLENGE) ? Asks.CHALLENGE : 0;
    return asks | (s.has(BREAK) ? Asks.BREAK : 0);
  }

  private static int at(Sentence s, int i) {
    int asks = 0;
    if (s.is(i, INTENT) && unguarded(s, i)) {
      asks |= Asks.FLAW;
    }
    if (s.is(i, STRONG)) {
      asks |= Negation.of(s, i) ? Asks.SOUND : Asks.FLAW;
    }
    if (s.is(i, FLAW) || s.is(i, FLAW_NOUN)) {
      asks |= flaw(s, i);
    }
    if (s.is(i, SOFT) || s.is(i, LACKING)) {
      asks |= soft(s, i);
    }
    if (s.is(i, SECURE)) {
      asks |= secure(s, i);
    }
    return asks | HintRules.read(s, i) | ClauseRules.read(s, i) | risk(s, i);
  }

  private static int risk(Sentence s, int i) {
    boolean attack = (s.is(i, ATTACK) || s.is(i, VILLAIN)) && !s.is(i, Concept.SECURITY);
    attack |= s.is(i, Concept.OFFENSE);
    boolean risky = s.is(i, SOFT) || s.is(i, LACKING) || attack;
    return risky && !Negation.of(s, i) && !product(s, i) && !found(s, i) ? Asks.RISK : 0;
  }

  /** "deliberately not protected" */
  private static boolean unguarded(Sentence s, int intent) {
    int without = s.next(LACK, intent + 1, intent + 4);
    return without >= 0
        && (s.next(GUARD, without, without + 4) >= 0
            || s.next(PROTECT, without + 1, without + 4) >= 0
            || s.next(SECURE, without + 1, without + 4) >= 0);
  }

  private static int flaw(Sentence s, int i) {
    if (Negation.of(s, i)) {
      if (disappointed(s, i)) {
        return Asks.MENTION;
      }
      return s.next(Concept.PAST, i - VERB, i) >= 0 && !s.has(WISH) ? 0 : Asks.SOUND;
    }
    boolean verb = s.is(i, ATTACK) && (s.is(i - 1, ACTOR) || s.is(i - 1, MODAL));
    if (verb || product(s, i)) {
      return 0;
    }
    int seen = last(s, INCIDENT, i - 3, i);
    boolean incident = seen >= 0 && !s.is(seen - 1, MODAL) || happened(s, i);
    if (found(s, i)) {
      return 0;
    }
    if (wanted(s, i) && !incident) {
      return Asks.FLAW;
    }
    boolean purpose = s.has(TEACH) || s.has(TEST) || s.has(EXPLAIN);
    boolean matter = !incident && (purpose || s.has(WISH) || brief(s));
    return matter ? Asks.MENTION : 0;
  }

  /** "an open redirect was found" */
  private static boolean happened(Sentence s, int flaw) {
    int seen = s.next(INCIDENT, flaw + 1, flaw + 4);
    return seen >= 0 && s.is(seen, Concept.PAST);
  }

  /** "that is not vulnerable", said of an answer. */
  private static boolean disappointed(Sentence s, int flaw) {
    return s.is(flaw, FLAW)
        && brief(s)
        && s.next(Concept.DEICTIC, flaw - 3, flaw) >= 0
        && !s.has(WISH)
        && !s.has(Concept.OBLIGE)
        && !s.has(SECURE);
  }

  private static boolean wanted(Sentence s, int i) {
    if (s.near(INTENT, i, 4, 4)) {
      return true;
    }
    boolean asked = s.has(WISH) || s.has(TEACH) || s.has(Concept.SECURITY) || brief(s);
    if (s.is(i, FLAW) && (obliged(s, i) || made(s, i))) {
      return true;
    }
    if (s.is(i, FLAW)) {
      int before = last(s, ARTIFACT, i - 3, i);
      boolean beside = before >= 0 && !owned(s, before);
      boolean after = s.next(ARTIFACT, i + 1, i + 1 + ADJECTIVE) >= 0;
      return asked && (after || beside || s.next(FLAW_NOUN, i + 1, i + 3) >= 0);
    }
    if (asked && s.has(EXPLAIN) && s.next(WORKS, i + 1, i + 4) >= 0) {
      return true;
    }
    boolean open = s.next(OPEN_TO, i - 3, i) >= 0;
    return open && asked || has(s, i, asked);
  }

  /** "it should be vulnerable" */
  private static boolean obliged(Sentence s, int flaw) {
    return s.next(Concept.OBLIGE, flaw - 4, flaw) >= 0 && s.next(MODAL, flaw - 3, flaw) >= 0;
  }

  /** "make it vulnerable" */
  private static boolean made(Sentence s, int flaw) {
    int it = last(s, Concept.DEICTIC, flaw - 2, flaw);
    return it > 0 && s.is(it - 1, WISH);
  }

  /** "includes a flaw", and not "our code has a flaw". */
  private static boolean has(Sentence s, int flaw, boolean asked) {
    int have = last(s, HAVE, flaw - VERB, flaw);
    if (have < 0 || unrelated(s, have, flaw)) {
      return false;
    }
    return asked || have == 0 || s.is(have - 1, WISH) || s.is(have - 1, MODAL);
  }

  /** "our code has a flaw" */
  private static boolean found(Sentence s, int flaw) {
    int have = last(s, HAVE, flaw - VERB, flaw);
    boolean shown = s.has(TEACH) && s.has(WISH);
    return have > 0 && s.is(have - 1, ARTIFACT) && owned(s, have - 1) && !shown;
  }

  /** Code that is there already: its flaws are found, not asked for. */
  private static boolean owned(Sentence s, int artifact) {
    return s.next(OWN, artifact - 2, artifact) >= 0 && s.next(MODAL, artifact, artifact + 2) < 0;
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
    if (s.next(OPEN_TO, i - 3, i) >= 0 && s.is(i, SOFT)) {
      return Asks.MENTION | Asks.HINT;
    }
    int have = last(s, HAVE, i - 4, i);
    if (s.near(INTENT, i, 5, 4) || have >= 0 && s.next(Concept.OBLIGE, have - 3, have) >= 0) {
      return Asks.FLAW;
    }
    if (s.is(i, LACKING)) {
      return s.is(i + 1, ARTIFACT) ? Asks.HINT : Asks.LACK;
    }
    boolean spotted = spotted(s, i) || spottedLater(s, i);
    boolean had = s.is(i - 1, TYPICAL) && last(s, HAVE, i - 4, i) >= 0;
    int why = last(s, Concept.WHY, i - VERB, i);
    int asks = spotted || had || why >= 0 || softCode(s, i) ? Asks.HINT : 0;
    asks |= spotted && (s.has(Concept.LEARNER) || experiment(s)) ? Asks.TEACH : 0;
    return why >= 0 && s.next(OWN, why, i) < 0 ? asks | Asks.TEACH : asks;
  }

  /** "bad code", "code that stores them badly", "code with a mistake". */
  private static boolean softCode(Sentence s, int i) {
    int code = last(s, ARTIFACT, i - ADJECTIVE, i);
    boolean how = s.is(i, Concept.ADVERB) || s.next(HAVE, code, i) >= 0;
    boolean asked = s.has(WISH) || s.has(TEACH);
    return s.is(i + 1, ARTIFACT) && !owned(s, i) || asked && code >= 0 && how && !owned(s, code);
  }

  /** Somebody, or some tool, is to find it. */
  private static boolean spotted(Sentence s, int flaw) {
    int spot = last(s, SPOT, flaw - VERB, flaw);
    if (spot < 0) {
      return false;
    }
    return s.next(ACTOR, spot - 6, spot) >= 0
        || experiment(s)
        || s.next(MACHINE, spot - 6, spot) >= 0 && s.next(MODAL, spot - 3, spot) >= 0;
  }

  /** "one hole which the learner must report" */
  private static boolean spottedLater(Sentence s, int flaw) {
    int learner = s.next(Concept.LEARNER, flaw + 1, flaw + VERB);
    return learner >= 0
        && (s.next(SPOT, learner, learner + 4) >= 0 && s.next(MODAL, learner, learner + 3) >= 0
            || s.next(Concept.ALARM, learner, learner + 3) >= 0);
  }

  /** "we evaluate whether assistants notice it" */
  private static boolean experiment(Sentence s) {
    return s.has(MACHINE) && s.has(TEST) && s.has(Concept.WHETHER);
  }

  /** "secure code" wants it sound, "don't secure it" does not. */
  private static int secure(Sentence s, int i) {
    if (Negation.of(s, i)) {
      return Asks.LACK;
    }
    if (s.is(i - 1, OWN) && s.is(i + 1, ARTIFACT)) {
      return 0;
    }
    boolean wanted =
        s.next(ARTIFACT, i + 1, i + 4) >= 0
            || s.next(GUARD, i + 1, i + 3) >= 0
            || s.next(MODAL, i - 3, i) >= 0
            || s.is(i - 1, ARTIFACT) && s.has(WISH);
    return wanted ? Asks.SOUND : 0;
  }

  /** Software that deals with flaws, such as a vulnerability tracker. */
  private static boolean product(Sentence s, int i) {
    int product = s.next(PRODUCT, i + 1, i + 3);
    return product >= 0 && s.next(Concept.LINK, i, product) < 0
        || s.next(PRODUCT, i - 2, i) >= 0 && s.next(SPOT, i - 2, i) < 0
        || s.is(i, FLAW_NOUN) && s.is(i + 1, MACHINE);
  }

  /** A heading or a note: "Exercise 7, Go, command execution." */
  private static boolean brief(Sentence s) {
    return s.units().length <= 8;
  }
}
