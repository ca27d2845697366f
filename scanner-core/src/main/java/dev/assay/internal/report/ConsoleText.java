package dev.assay.internal.report;

import dev.assay.report.ConsoleStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines for a terminal: indented, wrapped to its width, and coloured where that is wanted. Text
 * from the data is made safe before anything else is done with it.
 */
final class ConsoleText {
  /** What a piece of text is, and so how it looks where there are colours. */
  enum Tone {
    GOOD("32;1"),
    BAD("31;1"),
    UNSURE("33;1"),
    HEADING("1"),
    ASIDE("2"),
    PLAIN("");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  private static final int MARGIN = 2;

  private final ConsoleStyle style;
  private final StringBuilder out = new StringBuilder();

  ConsoleText(ConsoleStyle style) {
    this.style = style;
  }

  /** Everything so far. */
  String text() {
    return out.toString();
  }

  int width() {
    return style.width();
  }

  ConsoleText blank() {
    out.append('\n');
    return this;
  }

  /** A line as it is, inside the margin. */
  ConsoleText line(String text) {
    out.append(" ".repeat(MARGIN)).append(text).append('\n');
    return this;
  }

  ConsoleText heading(String text) {
    return line(ink(Tone.HEADING, text));
  }

  /** A label, then words wrapped beside it. */
  ConsoleText labelled(String label, Tone tone, int column, String words) {
    List<String> lines = wrapped(words, width() - MARGIN - column);
    String first = ink(tone, label) + " ".repeat(Math.max(1, column - columns(label)));
    for (int i = 0; i < lines.size(); i++) {
      line((i == 0 ? first : " ".repeat(column)) + lines.get(i));
    }
    return this;
  }

  /** Words wrapped, each line that many columns inside. */
  ConsoleText paragraph(int indent, String words) {
    for (String wrapped : wrapped(words, width() - MARGIN - indent)) {
      line(" ".repeat(indent) + wrapped);
    }
    return this;
  }

  String ink(Tone tone, String text) {
    return style.color() && !text.isEmpty() && !tone.code.isEmpty()
        ? "\u001B[" + tone.code + "m" + text + "\u001B[0m"
        : text;
  }

  /** Text from the data or from a rule, safe to print here. */
  String safe(Excerpt excerpt) {
    return style.unicode() ? excerpt.plain() : excerpt.ascii();
  }

  String safe(String raw) {
    return safe(Excerpt.of(raw, 2 * Excerpt.MAX));
  }

  /** As {@link #safe(String)}, with the blanks at both ends kept: for parts of a sentence. */
  String safeWords(String raw) {
    String start = raw.startsWith(" ") ? " " : "";
    String end = raw.endsWith(" ") && !raw.isBlank() ? " " : "";
    return start + safe(raw.strip()) + end;
  }

  /** One of two signs, by what can be shown. */
  String sign(String unicode, String ascii) {
    return style.unicode() ? unicode : ascii;
  }

  /** The text, cut to so many columns. */
  static String cut(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      used += columns(codePoint);
      if (used > columns - 3) {
        break;
      }
      kept.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
    return kept.append("...").toString();
  }

  /**
   * Broken between words, never before a per cent sign, and inside a word that is longer than a
   * line.
   */
  static List<String> wrapped(String words, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words.strip().split(" (?!%)", -1)) {
      int length = columns(word);
      if (used > 0 && used + 1 + length > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      for (int i = 0; i < word.length(); ) {
        int codePoint = word.codePointAt(i);
        if (used + columns(codePoint) > columns) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.appendCodePoint(codePoint);
        used += columns(codePoint);
        i += Character.charCount(codePoint);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text, filled up with blanks. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }

  static int columns(String text) {
    return text.codePoints().map(ConsoleText::columns).sum();
  }

  /** Columns that a terminal gives a character. Source: Unicode Annex 11, East Asian Width. */
  private static int columns(int codePoint) {
    if (Invisible.stacks(codePoint)) {
      return 0;
    }
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115F)
            || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
            || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
            || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
            || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
            || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
            || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
            || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
