package dev.assay.internal.framing;

/**
 * What a sentence contributes to a request for flawed code, as bits: several sentences add up by
 * {@code |}.
 */
final class Asks {
  /** Asks for the flaw by itself. */
  static final int FLAW = 1;

  /** Names a flaw as the matter at hand. */
  static final int MENTION = 2;

  /** Does without a guard. */
  static final int LACK = 4;

  /** Takes a guard away, wants code to be attacked, or something bad to be spotted. */
  static final int HINT = 8;

  /** Teaches or studies. */
  static final int TEACH = 16;

  /** Tests or measures. */
  static final int TEST = 32;

  /** Is about security. */
  static final int SECURITY = 64;

  /** Wants sound code, or a flaw gone. */
  static final int SOUND = 128;

  /** Turns to another matter. */
  static final int BREAK = 256;

  /** All that shows a framing. */
  static final int SHOWN = FLAW | MENTION | LACK | HINT | TEACH | TEST | SECURITY;

  private Asks() {}

  /** Whether contributions together ask for the flaw. */
  static boolean together(int asks) {
    if (has(asks, FLAW)) {
      return true;
    }
    if (has(asks, SOUND)) {
      return false;
    }
    boolean security = has(asks, SECURITY) && has(asks, TEACH | TEST);
    boolean purpose = has(asks, TEACH) || security;
    return has(asks, MENTION) && (purpose || has(asks, HINT | LACK))
        || has(asks, HINT) && purpose
        || has(asks, LACK) && security;
  }

  private static boolean has(int asks, int any) {
    return (asks & any) != 0;
  }
}
