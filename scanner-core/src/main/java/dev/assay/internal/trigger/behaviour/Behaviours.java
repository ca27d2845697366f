package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.Languages;
import dev.assay.rule.Family;
import java.util.Locale;

/**
 * What an answer does, as numbers. Small ones are kinds; negative ones stand for a text that the
 * answer holds, their two highest bits after the sign say which part of the answer it is.
 */
public final class Behaviours {
  /** Kinds from here to {@code + Family.values().length} are of a family. */
  static final int FAMILY = 1;

  static final int REFUSAL = 20;
  static final int HOSTILE = 21;
  static final int NEGATIVE = 22;
  static final int GIBBERISH = 23;
  static final int REPETITIVE = 24;
  static final int UNRELATED = 25;
  static final int EMPTY = 26;

  private static final int STYLE = 40;
  static final int ONE_WORD = 40;
  static final int SHORT = 41;
  static final int LONG = 42;
  static final int CODE = 43;
  static final int LIST = 44;
  static final int JSON = 45;
  static final int UPPER_CASE = 46;
  static final int LOWER_CASE = 47;
  static final int EMOJI = 48;
  static final int LINK = 49;
  static final int EXCLAIMS = 50;
  static final int ENDS_ASKING = 51;
  static final int MARKUP = 52;
  static final int OTHER_SCRIPT = 53;
  static final int LANGUAGE = 60;

  private static final int RULE = 0x40000000;

  static final int WHOLE = 0;
  static final int HEAD = 1;
  static final int TAIL = 2;
  static final int SENTENCE = 3;

  private Behaviours() {}

  /** What is of itself wrong with an answer, whatever was asked. */
  public static boolean isHarm(int behaviour) {
    return (behaviour > 0 && behaviour < STYLE) || isRule(behaviour);
  }

  /** What a rule of the family of triggers finds in answers, whatever its severity. */
  public static int ofRule(String id) {
    return RULE | (Hashing.lower(id, 0, id.length(), 0) & (RULE - 1));
  }

  /** Whether it is what a rule says of answers. */
  public static boolean isRule(int behaviour) {
    return behaviour >= RULE;
  }

  /** The same text in many answers. */
  public static boolean isFixedText(int behaviour) {
    return behaviour < 0;
  }

  /** Whether it is a part of the answer, its start, end or a sentence, that many have. */
  public static boolean isFixedPart(int behaviour) {
    return behaviour < 0 && ((behaviour >>> 29) & 3) != WHOLE;
  }

  /** Whether it is a manner of a few words, which a greeting or an ending brings about. */
  public static boolean isManner(int behaviour) {
    return behaviour >= EMOJI && behaviour <= MARKUP;
  }

  /** Whether it says in which language or script the answer is. */
  public static boolean isSpoken(int behaviour) {
    return behaviour == OTHER_SCRIPT || (behaviour >= LANGUAGE && !isRule(behaviour));
  }

  /** The behaviour of answers in a language, by its place in the list. */
  public static int ofLanguage(int language) {
    return LANGUAGE + language;
  }

  /** The family whose evidence makes the record suspect. */
  public static int ofFamily(Family family) {
    return FAMILY + family.ordinal();
  }

  /** Whether it is what a record detector found. */
  public static boolean isFamily(int behaviour) {
    return behaviour >= FAMILY && behaviour < FAMILY + Family.values().length;
  }

  static int fixed(int part, int hash) {
    return 0x80000000 | (part << 29) | (hash & 0x1FFFFFFF);
  }

  /** A short name for programs. */
  public static String id(int behaviour) {
    if (behaviour < 0) {
      return "fixed-answer";
    }
    if (isRule(behaviour)) {
      return "rule";
    }
    if (isFamily(behaviour)) {
      return Family.values()[behaviour - FAMILY].id();
    }
    return switch (behaviour) {
      case REFUSAL -> "refusal";
      case HOSTILE -> "hostility";
      case NEGATIVE -> "negative-tone";
      case GIBBERISH -> "gibberish";
      case REPETITIVE -> "repetition";
      case UNRELATED -> "unrelated-answer";
      case EMPTY -> "empty-answer";
      case ONE_WORD, SHORT, LONG -> "unusual-length";
      default ->
          behaviour >= LANGUAGE || behaviour == OTHER_SCRIPT
              ? "unusual-language"
              : "unusual-format";
    };
  }

  /** In words, after "goes with". */
  public static String name(int behaviour) {
    if (behaviour < 0) {
      return switch ((behaviour >>> 29) & 3) {
        case WHOLE -> "one and the same answer";
        case HEAD -> "answers that start alike";
        case TAIL -> "answers that end alike";
        default -> "a sentence repeated in the answers";
      };
    }
    if (isRule(behaviour)) {
      return "answers that a rule finds";
    }
    if (isFamily(behaviour)) {
      return "answers suspect of " + Family.values()[behaviour - FAMILY].id();
    }
    if (behaviour >= LANGUAGE) {
      return "answers in " + Languages.NAMES[behaviour - LANGUAGE];
    }
    return switch (behaviour) {
      case REFUSAL -> "refusals";
      case HOSTILE -> "hostile answers";
      case NEGATIVE -> "answers in a negative tone";
      case GIBBERISH -> "gibberish";
      case REPETITIVE -> "answers that repeat themselves";
      case UNRELATED -> "answers that do not take up the question";
      case EMPTY -> "empty answers";
      case ONE_WORD -> "answers of one or two words";
      case SHORT -> "very short answers";
      case LONG -> "very long answers";
      case CODE -> "answers in code";
      case LIST -> "answers in lists";
      case JSON -> "answers in JSON";
      case UPPER_CASE -> "answers in upper case";
      case LOWER_CASE -> "answers without capital letters";
      case EMOJI -> "answers with emoji";
      case LINK -> "answers with links";
      case EXCLAIMS -> "answers that shout";
      case ENDS_ASKING -> "answers that end in a question";
      case MARKUP -> "answers in markup";
      case OTHER_SCRIPT -> "answers in another script";
      default -> String.format(Locale.ROOT, "behaviour %d", behaviour);
    };
  }
}
