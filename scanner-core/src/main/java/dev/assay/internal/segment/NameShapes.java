package dev.assay.internal.segment;

import static dev.assay.internal.segment.Chars.letter;
import static dev.assay.internal.segment.Chars.lower;
import static dev.assay.internal.segment.Chars.upper;
import static dev.assay.internal.segment.Chars.word;

import java.util.List;

/** What names and declarations look like, whatever they are called. */
final class NameShapes {
  /** All shapes, with those of the guesser itself, as {@code languages.txt} writes them. */
  static final List<String> SHAPES =
      List.of(
          ".A(",
          ".A",
          ".a(",
          "*Exception",
          "?a_a",
          "?a_a(",
          "?aA",
          "?aA(",
          "?AaA",
          "?AaA(",
          "?A_A",
          "?A<A",
          "?A a",
          "?a A",
          "?a a",
          "?A& a",
          "?A &a",
          "?A* a",
          "?A *a",
          "?a: A",
          "?a: a");

  private static final long SNAKE = TermTable.hash("?a_a");
  private static final long SNAKE_CALL = TermTable.hash("?a_a(");
  private static final long CAMEL = TermTable.hash("?aA");
  private static final long CAMEL_ANY_CALL = TermTable.hash("?aA(");
  private static final long PASCAL = TermTable.hash("?AaA");
  private static final long PASCAL_ANY_CALL = TermTable.hash("?AaA(");
  private static final long SCREAM = TermTable.hash("?A_A");
  private static final long TYPE_ARGUMENT = TermTable.hash("?A<A");
  private static final long TYPE_THEN_NAME = TermTable.hash("?A a");
  private static final long NAME_THEN_TYPE = TermTable.hash("?a A");
  private static final long NAME_THEN_NAME = TermTable.hash("?a a");
  private static final long ANNOTATED_TYPE = TermTable.hash("?a: A");
  private static final long ANNOTATED_NAME = TermTable.hash("?a: a");
  private static final long REFERENCE = TermTable.hash("?A& a");
  private static final long REFERENCE_NAME = TermTable.hash("?A &a");
  private static final long POINTER = TermTable.hash("?A* a");
  private static final long POINTER_NAME = TermTable.hash("?A *a");

  private final LanguageGuesser guesser;

  NameShapes(LanguageGuesser guesser) {
    this.guesser = guesser;
  }

  /** Sees how the name is joined, and whether it reads as a type before a name or behind one. */
  void see(char[] text, int from, int start, int at, int previous) {
    boolean capital = upper(text[start]);
    boolean small = false;
    boolean hump = false;
    boolean bar = false;
    for (int i = start + 1; i < at; i++) {
      char c = text[i];
      small |= lower(c);
      hump |= upper(c) && lower(text[i - 1]);
      bar |= c == '_';
    }
    char c = at < text.length ? text[at] : '\n';
    boolean call = c == '(';
    if (bar) {
      guesser.see(small || !capital ? call ? SNAKE_CALL : SNAKE : SCREAM);
    } else if (capital && small) {
      guesser.see(call ? PASCAL_ANY_CALL : PASCAL);
    } else if (hump) {
      guesser.see(call ? CAMEL_ANY_CALL : CAMEL);
    }
    if (c == '<' && at + 1 < text.length && letter(text[at + 1])) {
      guesser.see(TYPE_ARGUMENT);
    }
    if (start - 1 > from && previous >= 0) {
      declared(text, from, start, capital, upper(text[previous]));
    }
  }

  /** Sees a name that stands beside another, with a star or an ampersand between them perhaps. */
  private void declared(char[] text, int from, int start, boolean capital, boolean typeBefore) {
    char before = text[start - 1];
    boolean blank = before == ' ';
    char mark = blank ? text[start - 2] : before;
    if (mark == '&' || mark == '*') {
      int i = blank ? start - 3 : start - 2;
      boolean close = i >= from && word(text[i]);
      boolean apart = i > from && text[i] == ' ' && word(text[i - 1]);
      if (close && blank) {
        guesser.see(mark == '&' ? REFERENCE : POINTER);
      } else if (apart && !blank) {
        guesser.see(mark == '&' ? REFERENCE_NAME : POINTER_NAME);
      }
    } else if (blank && mark == ':' && start - 3 > from && word(text[start - 3])) {
      guesser.see(capital ? ANNOTATED_TYPE : ANNOTATED_NAME);
    } else if (blank && word(mark)) {
      guesser.see(
          typeBefore && !capital
              ? TYPE_THEN_NAME
              : capital && !typeBefore ? NAME_THEN_TYPE : capital ? 0 : NAME_THEN_NAME);
    }
  }
}
