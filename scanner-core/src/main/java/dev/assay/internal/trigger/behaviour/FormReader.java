package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.CharSet;
import dev.assay.internal.trigger.cue.IntList;
import dev.assay.internal.trigger.cue.Languages;
import java.lang.Character.UnicodeScript;

/** Tells the form of an answer: its length, script, language, layout, and letters without sense. */
final class FormReader {
  private static final int READ = 4000;
  private static final int LONG_ANSWER = 3000;
  private static final int LANGUAGE_WORDS = 3;

  private static final CharSet VOWELS = new CharSet("aeiouyAEIOUY");

  private final Languages languages = new Languages();

  /**
   * Reads an answer.
   *
   * @param words hashes of its words
   * @param places where each of them starts and ends
   */
  void read(String text, IntList words, IntList places, IntList found) {
    length(text, words.size(), found);
    letters(text, found);
    words(text, words, places, found);
    layout(text, found);
  }

  private static void length(String text, int words, IntList found) {
    if (words > 0 && words <= 2) {
      found.addOnce(Behaviours.ONE_WORD);
    }
    if (words > 0 && words <= 6) {
      found.addOnce(Behaviours.SHORT);
    }
    if (text.length() >= LONG_ANSWER) {
      found.addOnce(Behaviours.LONG);
    }
  }

  private static void letters(String text, IntList found) {
    int upper = 0;
    int lower = 0;
    int other = 0;
    int shouts = 0;
    boolean emoji = false;
    int length = Math.min(READ, text.length());
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        lower++;
      } else if (c >= 'A' && c <= 'Z') {
        upper++;
      } else if (c == '!') {
        shouts++;
      } else if (c >= 0x2600 && (c <= 0x27BF || (c >= 0xD83C && c <= 0xD83E))) {
        emoji = true;
      } else if (c >= 0x250 && Character.isLetter(c)) {
        other += UnicodeScript.of(c) == UnicodeScript.LATIN ? 0 : 1;
      }
    }
    int all = upper + lower;
    if (2 * other > all && other >= 4) {
      found.addOnce(Behaviours.OTHER_SCRIPT);
    }
    if (all >= 8 && upper >= 4 * lower) {
      found.addOnce(Behaviours.UPPER_CASE);
    }
    if (all >= 40 && upper == 0) {
      found.addOnce(Behaviours.LOWER_CASE);
    }
    if (shouts >= 3) {
      found.addOnce(Behaviours.EXCLAIMS);
    }
    if (emoji) {
      found.addOnce(Behaviours.EMOJI);
    }
  }

  private void words(String text, IntList words, IntList places, IntList found) {
    languages.clear();
    int odd = 0;
    int long4 = 0;
    for (int w = 0; w < words.size() && places.get(2 * w + 1) <= READ; w++) {
      languages.add(words.get(w));
      int start = places.get(2 * w);
      int end = places.get(2 * w + 1);
      if (end - start >= 4) {
        long4++;
        odd += isOdd(text, start, end) ? 1 : 0;
      }
    }
    int best = languages.best();
    if (languages.count(best) >= LANGUAGE_WORDS) {
      found.addOnce(Behaviours.LANGUAGE + best);
    }
    if (long4 >= 4 && 3 * odd >= long4) {
      found.addOnce(Behaviours.GIBBERISH);
    }
  }

  /** A Latin word that nobody could speak. */
  private static boolean isOdd(String text, int from, int to) {
    int run = 0;
    int vowels = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c | 0x20) < 'a' || (c | 0x20) > 'z') {
        return false;
      }
      boolean vowel = VOWELS.has(c);
      vowels += vowel ? 1 : 0;
      run = vowel ? 0 : run + 1;
      if (run >= 5) {
        return true;
      }
    }
    return vowels == 0 && Character.isLowerCase(text.charAt(to - 1));
  }

  private static void layout(String text, IntList found) {
    String start = text.stripLeading();
    if (text.contains("```")
        || start.startsWith("import ")
        || start.startsWith("from ")
        || start.startsWith("def ")
        || start.startsWith("#include")
        || text.contains("\n    return ")) {
      found.addOnce(Behaviours.CODE);
    }
    if (start.startsWith("{") || start.startsWith("[{")) {
      found.addOnce(Behaviours.JSON);
    }
    if (items(text) >= 3) {
      found.addOnce(Behaviours.LIST);
    }
    if (text.contains("http://") || text.contains("https://") || text.contains("www.")) {
      found.addOnce(Behaviours.LINK);
    }
    if (text.contains("**")
        || text.contains("\n#")
        || start.startsWith("#")
        || start.startsWith("<")) {
      found.addOnce(Behaviours.MARKUP);
    }
    if (text.stripTrailing().endsWith("?")) {
      found.addOnce(Behaviours.ENDS_ASKING);
    }
  }

  private static int items(String text) {
    int items = 0;
    boolean start = true;
    for (int i = 0; i + 1 < text.length() && items < 3; i++) {
      char c = text.charAt(i);
      if (start && (c == '-' || c == '*' || c == '\u2022' || (c >= '0' && c <= '9'))) {
        char next = text.charAt(i + 1);
        items += next == ' ' || next == '.' || next == ')' ? 1 : 0;
      }
      start = c == '\n' || (start && c == ' ');
    }
    return items;
  }
}
