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
  PUT_OFF("put-off");

  /** The section of the list. */
  final String section;

  final int bit = 1 << ordinal();

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
