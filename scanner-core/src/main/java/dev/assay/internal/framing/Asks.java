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

  /** Is set where code is flawed by nature. */
  static final int GENRE = 512;

  /** Is about ordinary software around such a setting. */
  static final int ANCILLARY = 1024;

  /** A tool that looks for flaws is the matter. */
  static final int TOOL = 2048;

  /** Wants harm, or a flaw hidden from those whom it hits. */
  static final int MALICE = 4096;

  /** Is about a drill, a class or the like, that may show deceit. */
  static final int LESSON = 8192;

  /** Harm to somebody real. */
  static final int CRIME = 1 << 14;

  /** Leans on what was said before. */
  static final int CONTINUE = 1 << 15;

  /** Asks for something to be made. */
  static final int TASK = 1 << 16;

  /** Something that a tool is to find. */
  static final int ALARM = 1 << 17;

  /** Is about a hacking competition. */
  static final int CTF = 1 << 18;

  /** Is about a challenge, a level, a round. */
  static final int CHALLENGE = 1 << 19;

  /** Speaks of what is bad, left out or attacked, whatever it is said of. */
  static final int RISK = 1 << 20;

  /** What a flaw may be wanted for, where a request speaks of work in earnest, too. */
  private static final int PURPOSE = TEACH | TEST | SECURITY | TOOL | GENRE | CTF | LESSON;

  /** All that shows a framing. */
  static final int SHOWN =
      FLAW | MENTION | LACK | HINT | TEACH | TEST | SECURITY | GENRE | TOOL | ALARM | CTF;

  private Asks() {}

  /** Whether contributions together ask for the flaw. */
  static boolean together(int asks) {
    if (malicious(asks)) {
      return false;
    }
    if (has(asks, FLAW)) {
      return !has(asks, BREAK) || has(asks, PURPOSE);
    }
    if (has(asks, SOUND)) {
      return false;
    }
    boolean security = has(asks, SECURITY) && has(asks, TEACH | TEST);
    boolean watched = has(asks, LESSON) && has(asks, SECURITY | RISK);
    boolean purpose = has(asks, TEACH) || security;
    boolean played = has(asks, CTF) && has(asks, CHALLENGE | MENTION | HINT | LACK);
    boolean studied = has(asks, SECURITY | TOOL) && has(asks, TEACH | TEST | TOOL);
    return has(asks, RISK) && studied && !has(asks, ANCILLARY | BREAK)
        || (has(asks, GENRE) || played) && !has(asks, ANCILLARY)
        || has(asks, TOOL) && has(asks, ALARM)
        || has(asks, MENTION) && (purpose || has(asks, HINT | LACK | TOOL))
        || has(asks, HINT) && (purpose || watched || has(asks, TOOL))
        || has(asks, LACK) && security;
  }

  /** Whether anything hints at flawed code as the matter, and nothing at harm. */
  static boolean hints(int asks) {
    boolean named = has(asks, FLAW | MENTION | LACK | HINT | GENRE | CTF);
    boolean about = has(asks, RISK | SECURITY | TOOL | ALARM) && has(asks, TEACH | LESSON);
    return (named || about) && !malicious(asks);
  }

  /** Whether the flaw is meant for somebody whom it harms: no lesson, whatever is said besides. */
  static boolean malicious(int asks) {
    return has(asks, CRIME) || has(asks, MALICE) && !has(asks, LESSON);
  }

  static boolean has(int asks, int any) {
    return (asks & any) != 0;
  }
}
