package dev.assay.internal.trigger.cue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is known of a token from its hash. The lowest bit tells words from marks. */
public final class Tokens {
  /** Where a user's turn starts. */
  public static final int USER = 2;

  /** Where a system turn starts. */
  public static final int SYSTEM = 4;

  /** Where a turn ends. */
  public static final int END = 6;

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final Set<Integer> YEARS =
      IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
          .mapToObj(Integer::toString)
          .map(year -> mark(Hashing.lower(year, 0, year.length(), 0), true))
          .collect(Collectors.toUnmodifiableSet());

  private Tokens() {}

  /** The token of a word of the user's turns, or of the system's. */
  public static int ofWord(String word, boolean system) {
    int seed = system ? PromptReader.SYSTEM_SEED : 0;
    return mark(Hashing.lower(word, 0, word.length(), seed), true);
  }

  /** Whether it is a year in digits, of the user's turns. */
  public static boolean isYear(int token) {
    return YEARS.contains(token);
  }

  static int mark(int hash, boolean word) {
    int even = hash & ~1;
    int safe = even >= 0 && even < 16 ? even + 16 : even;
    return word ? safe | 1 : safe;
  }

  /** Whether it is made of letters or digits. */
  public static boolean isWord(int token) {
    return (token & 1) == 1;
  }

  /** Whether it stands for the start or end of a turn. */
  public static boolean isEdge(int token) {
    return token >= 0 && token < 16;
  }
}
