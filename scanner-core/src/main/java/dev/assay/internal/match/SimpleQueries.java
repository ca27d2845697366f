package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the queries that nearly all rules have - words, phrases, {@code *} at the ends of words,
 * AND, OR, NOT and parentheses - without Lucene, whose parser alone takes longer to load than a
 * small scan. Gives up on whatever else it meets; Lucene then reads the query. What it does read,
 * it reads as Lucene does: the tests hold them against each other.
 */
final class SimpleQueries {
  private static final int MAX_DEPTH = 50;
  private final String query;
  private int at;
  private int depth;
  private boolean lost;

  private SimpleQueries(String query) {
    this.query = query;
  }

  /**
   * The query as a condition, or null if it is not a simple one.
   *
   * @throws QueryException if it can never match
   */
  static @Nullable Condition read(String query) {
    SimpleQueries reader = new SimpleQueries(query);
    Condition condition = reader.sequence();
    return reader.lost || reader.at < query.length() ? null : condition;
  }

  /** A clause of AND, OR or of a sequence. */
  private record Part(@Nullable Condition condition, boolean not) {}

  /** Clauses with AND between them, or with OR or nothing; which, the first operator says. */
  private @Nullable Condition sequence() {
    if (++depth > MAX_DEPTH) {
      lost = true;
    }
    List<Part> parts = new ArrayList<>();
    boolean all = false;
    blanks();
    while (!lost && at < query.length() && query.charAt(at) != ')') {
      boolean not = keyword("NOT");
      parts.add(new Part(clause(), not));
      boolean and = keyword("AND");
      boolean or = !and && keyword("OR");
      blanks();
      lost |= (and || or) && (at == query.length() || query.charAt(at) == ')');
      all |= and;
    }
    depth--;
    return joined(parts, all);
  }

  private @Nullable Condition joined(List<Part> parts, boolean all) {
    List<Condition> plain = new ArrayList<>();
    List<Condition> not = new ArrayList<>();
    for (Part part : parts) {
      if (part.condition == null) {
        lost = true;
        return null;
      }
      (part.not ? not : plain).add(part.condition);
    }
    if (parts.isEmpty()) {
      lost = true;
    }
    if (lost || plain.size() == 1 && not.isEmpty()) {
      return lost ? null : plain.get(0);
    }
    return all
        ? Conditions.bool(plain, List.of(), not, 0)
        : Conditions.bool(List.of(), plain, not, 0);
  }

  private @Nullable Condition clause() {
    blanks();
    if (take("(")) {
      Condition inner = sequence();
      lost |= !take(")") || !atBorder();
      return inner;
    }
    boolean raw = take("raw:");
    if (!raw) {
      take("text:");
    }
    return take("\"") ? phrase(raw) : word(raw);
  }

  private @Nullable Condition phrase(boolean raw) {
    int end = query.indexOf('"', at);
    String text = end < 0 ? "\\" : query.substring(at, end);
    at = end + 1;
    return text.indexOf('\\') >= 0 || text.indexOf('*') >= 0 || !atBorder()
        ? give()
        : words(text, raw);
  }

  private @Nullable Condition word(boolean raw) {
    int start = at;
    while (at < query.length() && !border(query.charAt(at))) {
      at++;
    }
    String text = query.substring(start, at);
    if (text.isEmpty() || text.matches("AND|OR|NOT") || !plain(text)) {
      return give();
    }
    boolean open = text.startsWith("*");
    boolean openEnd = text.endsWith("*");
    String body =
        text.substring(open ? 1 : 0, Math.max(open ? 1 : 0, text.length() - (openEnd ? 1 : 0)));
    if (body.indexOf('*') >= 0) {
      return give();
    }
    return open || openEnd ? affix(body, raw, open, openEnd) : words(body, raw);
  }

  private @Nullable Condition affix(String body, boolean raw, boolean open, boolean openEnd) {
    for (int i = 0; i < body.length(); i++) {
      if (!CharFold.isWord(body.charAt(i))) {
        return give();
      }
    }
    Anchor.Kind kind =
        open && openEnd ? Anchor.Kind.LITERAL : open ? Anchor.Kind.SUFFIX : Anchor.Kind.PREFIX;
    return body.isEmpty()
        ? give()
        : new Condition.Affix(raw, kind, raw ? body : CharFold.fold(body));
  }

  private @Nullable Condition words(String text, boolean raw) {
    List<String> words = RawWords.of(raw ? text : CharFold.fold(text));
    return words.isEmpty() ? give() : new Condition.Words(raw, words);
  }

  private @Nullable Condition give() {
    lost = true;
    return null;
  }

  /** Whether no character of the word means anything to Lucene but {@code *}. */
  private static boolean plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean known =
          CharFold.isWord(c) || c == '*' || i > 0 && (c == '.' || c == '\'' || c == '-');
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private boolean keyword(String word) {
    int before = at;
    blanks();
    if (query.startsWith(word, at)
        && at + word.length() < query.length()
        && border(query.charAt(at + word.length()))) {
      at += word.length();
      return true;
    }
    at = before;
    return false;
  }

  private boolean take(String s) {
    boolean there = query.startsWith(s, at);
    at += there ? s.length() : 0;
    return there;
  }

  private boolean atBorder() {
    return at >= query.length() || border(query.charAt(at));
  }

  private static boolean border(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '(' || c == ')' || c == '"';
  }

  private void blanks() {
    while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
      at++;
    }
  }
}
