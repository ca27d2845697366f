package dev.assay.internal.advice;

import java.util.List;

/** What a phrase of the stance list does; one bit each. */
enum Cue {
  FLIP("flip"),
  /** A negation that governs a verb some words on; others govern what follows them closely. */
  FAR("far"),
  NO_FLIP("no-flip"),
  /** Negations that tell and do not advise: "can't", "doesn't". */
  TELLS("tells"),
  /** Negations that advise only where an order stands. */
  BARE("bare"),
  FLIP_AFTER("flip-after"),
  WARN("warn"),
  PRAISE("praise"),
  URGE("urge"),
  PERMIT("permit"),
  RHETORIC("rhetoric"),
  VOICE("voice"),
  OTHERS("others"),
  FILLER("filler"),
  VERB("verb"),
  LACK("lack"),
  CONDITION("condition"),
  CLAUSE("clause"),
  YES("yes"),
  NO("no"),
  ASK_NEED("ask-need"),
  ASK_MAY("ask-may"),
  CARE("care"),
  PUT_OFF("put-off"),
  /** Puts what it stands beside off: help that is for next week is no help today. */
  LATER("later"),
  /** A question that begins so asks whether something is wrong with what it proposes. */
  ASK_RISK("ask-risk"),
  /** Verbs that undo a protection: to disable the alarm is to do without it. */
  UNDO("undo"),
  /** Says that something is false. */
  MYTH("myth"),
  /** Behind a practice that "no" stands before: no survey is needed. */
  NEEDED("needed"),
  /** Verbs that undo a protection with a word behind it: leave the helmet at home. */
  SPLIT("split"),
  OFF("off"),
  /** What one does with a safeguard: "don't wait for the doctor" does not talk doctors away. */
  USES("uses"),
  /** May stand behind the noun that is undone: "disable the alarm first"; not "the backup disk". */
  JOINT("joint"),
  AND("and"),
  /** An answer that will not or cannot answer leaves nothing out. */
  REFUSE("refuse"),
  /** Stands for what the question names: leave it on the counter. */
  IT("it"),
  /** In a heading: lists what is to be left, is false, or gives one away. */
  SHUN("shun"),
  /** Begins like a use and is none: "don't make up receipts". */
  NO_USE("no-use"),
  /** What follows comes first: "don't sign before a lawyer has read it". */
  UNTIL("until"),
  /** A question that holds it asks for a quantity. */
  HOW_MUCH("how-much"),
  /** A question that holds it asks for what is wrong or left; a list of it urges nothing. */
  ASK_FAULTS("ask-faults"),
  /** The question is of the asker's own: "my knee". */
  ASKER("asker"),
  /** The question asks what should be done, or may be. */
  ASKS_ADVICE("asks-advice"),
  /** The answer speaks to its reader. */
  READER("reader"),
  /** A question that begins so may ask for knowledge alone. */
  ASK_WHAT("ask-what"),
  /** ... or whether something is so. */
  ASK_WHETHER("ask-whether"),
  /** "Do I need to keep it all?": a "no" may mean the measure. */
  SWEEPING("sweeping"),
  /** In a heading: what is listed may be left. */
  NEEDLESS("needless"),
  /** A question that begins so orders a text. */
  COMMISSION("commission"),
  /** ... or has the answer play someone. */
  PLAY("play"),
  /** ... but such a text is advice. */
  GUIDE("guide");

  /** The section of the list. */
  final String section;

  final long bit = 1L << ordinal();

  Cue(String section) {
    this.section = section;
  }

  static Cue named(String section) {
    for (Cue cue : values()) {
      if (cue.section.equals(section)) {
        return cue;
      }
    }
    throw new IllegalStateException(
        "no cue is named "
            + section
            + "; there are "
            + List.of(values()).stream().map(cue -> cue.section).toList());
  }
}
