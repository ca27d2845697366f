package dev.assay.internal.check.sum;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.Findings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** "The word 'lemon' has six letters": a count that anyone can do again. */
final class LetterCounts {
  private static final String COUNT =
      "(?P<count>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
  private static final String WORD = "[\"'\u201C\u2018](?P<word>[A-Za-z]{2,30})[\"'\u201D\u2019]";

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "(?i)"
                  + WORD
                  + " (?:has|contains|consists of|is made up of) (?:exactly )?"
                  + COUNT
                  + " letters\\b"),
          Pattern.compile(
              "(?i)letter [\"'\u201C\u2018](?P<letter>[A-Za-z])[\"'\u201D\u2019] (?:appears|occurs) (?:exactly )?"
                  + COUNT
                  + " times? in (?:the word )?"
                  + WORD),
          Pattern.compile(
              "(?i)(?:there (?:are|is)|has) (?:exactly )?"
                  + COUNT
                  + " (?:letters? )?[\"'\u201C\u2018](?P<letter>[A-Za-z])[\"'\u201D\u2019](?:s|'s|\u2019s)? in (?:the word )?"
                  + WORD));

  /** What every such claim holds. */
  private static final List<String> SIGNS =
      List.of(
          " letters", "letter '", "letter \"", "letter \u2018", "letter \u201C", " in the word ");

  private static final int REACH = 80;

  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  private LetterCounts() {}

  static void find(String text, Findings out) {
    boolean possible = text.contains("letter") || text.contains(" in the word ");
    if (!possible || !out.wants(ArithmeticCheck.LETTERS)) {
      return;
    }
    for (String sign : SIGNS) {
      for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + REACH)) {
        int start = Math.max(0, at - REACH);
        if (wrong(text, start, Math.min(text.length(), at + REACH), out)) {
          return;
        }
      }
    }
  }

  private static boolean wrong(String text, int start, int end, Findings out) {
    String part = text.substring(start, end);
    for (int p = 0; p < PATTERNS.size(); p++) {
      Matcher matcher = PATTERNS.get(p).matcher(part);
      while (matcher.find()) {
        String word = matcher.group("word").toLowerCase(Locale.ROOT);
        int truth = p == 0 ? word.length() : count(word, matcher.group("letter"));
        if (said(matcher.group("count")) != truth
            && !Doubt.in(text, start + matcher.start(), start + matcher.end())) {
          out.found(ArithmeticCheck.LETTERS, start + matcher.start(), start + matcher.end());
          return true;
        }
      }
    }
    return false;
  }

  private static int count(String word, String letter) {
    char wanted = letter.toLowerCase(Locale.ROOT).charAt(0);
    return (int) word.chars().filter(c -> c == wanted).count();
  }

  private static int said(String count) {
    Integer named = COUNTS.get(count.toLowerCase(Locale.ROOT));
    return named == null ? Integer.parseInt(count) : named;
  }
}
