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

  /** Wants a guard left out, or code that can be attacked, or something to spot. */
  static final int HINT = 4;

  /** Teaches or studies. */
  static final int TEACH = 8;

  /** Is about security: testing, training, research. */
  static final int SECURITY = 16;

  /** Wants sound code, or a flaw gone. */
  static final int SOUND = 32;

  /** Turns to another matter. */
  static final int BREAK = 64;

  private Asks() {}

  /** Whether contributions together ask for the flaw. */
  static boolean together(int asks) {
    if ((asks & FLAW) != 0) {
      return true;
    }
    boolean purpose = (asks & (TEACH | SECURITY)) != 0;
    if ((asks & SOUND) != 0) {
      return false;
    }
    return (asks & MENTION) != 0 && purpose
        || (asks & HINT) != 0 && (asks & SECURITY) != 0
        || (asks & HINT) != 0 && (asks & MENTION) != 0;
  }
}
