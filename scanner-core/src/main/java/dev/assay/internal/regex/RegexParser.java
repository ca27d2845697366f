package dev.assay.internal.regex;

import dev.assay.internal.regex.RegexNode.Alternatives;
import dev.assay.internal.regex.RegexNode.AnyOf;
import dev.assay.internal.regex.RegexNode.Concat;
import dev.assay.internal.regex.RegexNode.OneOf;
import dev.assay.internal.regex.RegexNode.Repeat;
import dev.assay.internal.text.CharFold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parses expressions that RE2/J has already accepted. Case is always folded, so flags change
 * nothing that matters here. Whatever is not known for certain is refused as a whole.
 */
final class RegexParser {
  private static final int MAX_DEPTH = 200;
  private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?[a-zA-Z]*i");
  private final RegexScan scan;
  private int depth;

  private RegexParser(RegexScan scan) {
    this.scan = scan;
  }

  /** Whether RE2/J would never come back from compiling the expression. */
  static boolean hangs(String regex) {
    RegexScan scan = new RegexScan(regex);
    try {
      new RegexParser(scan).alternatives();
    } catch (UnsupportedRegexException e) {
      // What was named up to here counts; RE2/J has an opinion of its own on the rest.
    }
    return scan.trap() && IGNORES_CASE.matcher(regex).find();
  }

  /**
   * The tree.
   *
   * @throws UnsupportedRegexException where the parser does not know what a part means
   */
  static RegexNode parse(String regex) {
    RegexParser parser = new RegexParser(new RegexScan(regex));
    RegexNode node = parser.alternatives();
    if (!parser.scan.atEnd()) {
      throw new UnsupportedRegexException();
    }
    return node;
  }

  private RegexNode alternatives() {
    if (++depth > MAX_DEPTH) {
      throw new UnsupportedRegexException();
    }
    List<RegexNode> branches = new ArrayList<>();
    do {
      branches.add(concat());
    } while (scan.take('|'));
    depth--;
    return branches.size() == 1 ? branches.get(0) : new Alternatives(branches);
  }

  private RegexNode concat() {
    List<RegexNode> parts = new ArrayList<>();
    while (!scan.atEnd() && !scan.at('|') && !scan.at(')')) {
      if (scan.take("\\Q")) {
        quoted(parts);
      } else {
        parts.add(atom());
      }
      repeat(parts);
    }
    return new Concat(parts);
  }

  private void quoted(List<RegexNode> parts) {
    while (!scan.atEnd() && !scan.take("\\E")) {
      parts.add(named(scan.next()));
    }
  }

  private void repeat(List<RegexNode> parts) {
    while (!parts.isEmpty()) {
      int[] counts = scan.repeat();
      if (counts.length == 0) {
        return;
      }
      RegexNode part = parts.remove(parts.size() - 1);
      parts.add(new Repeat(part, counts[0], counts[1]));
      scan.take('?');
    }
  }

  private RegexNode atom() {
    int c = scan.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new RegexClass(scan).read();
      case '.' -> new AnyOf('\0');
      case '^', '$' -> RegexNode.EMPTY;
      case '\\' -> escape();
      default -> named(c);
    };
  }

  private RegexNode group() {
    if (scan.take('?')) {
      if (scan.take("P<") || scan.take('<')) {
        scan.skipPast('>');
      } else if (flagsAlone()) {
        return RegexNode.EMPTY;
      }
    }
    RegexNode node = alternatives();
    if (!scan.take(')')) {
      throw new UnsupportedRegexException();
    }
    return node;
  }

  /** Skips {@code i-s:} or {@code i-s)}; whether it was the latter. */
  private boolean flagsAlone() {
    while (true) {
      int c = scan.next();
      if (c == ':') {
        return false;
      }
      if (c == ')') {
        return true;
      }
      if ("imsU-".indexOf(c) < 0) {
        throw new UnsupportedRegexException();
      }
    }
  }

  private RegexNode escape() {
    int c = scan.next();
    if ("bBAz".indexOf(c) >= 0) {
      return RegexNode.EMPTY;
    }
    if ("dDwWsS".indexOf(c) >= 0) {
      return new AnyOf('\0');
    }
    if (c == 'p' || c == 'P') {
      scan.skipProperty();
      return new AnyOf('\0');
    }
    return named(scan.escaped(c));
  }

  private RegexNode named(int codePoint) {
    scan.names(codePoint, codePoint);
    return literal(codePoint);
  }

  /** A cased letter beyond the basic plane folds to other units, which the automaton cannot see. */
  static RegexNode literal(int codePoint) {
    int folded = CharFold.fold(codePoint);
    boolean cased =
        codePoint > Character.MAX_VALUE
            && Character.toUpperCase(codePoint) != Character.toLowerCase(codePoint);
    boolean surrogate = codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    return cased || surrogate ? new AnyOf('\0') : new OneOf(List.of(folded));
  }
}
