package dev.assay.internal.report;

import dev.assay.rule.Family;
import dev.assay.verdict.Finding;
import java.util.List;
import java.util.Locale;

/**
 * Text out of the scanned data, made safe for whoever reads the report: the one class that cuts and
 * escapes, for every format.
 *
 * <p>What is scanned may attack its reader: escape sequences rule a terminal, bidirectional
 * controls turn a line around, Markdown notifies people and loads images, HTML runs, spreadsheets
 * calculate. An excerpt is one line; runs of blanks and line ends become one blank, what cannot be
 * seen is spelled out ({@code <U+202E>}), and more than {@link #MAX} units are cut. Secrets are
 * never shown: their first four characters and their length are.
 *
 * <p>Instances are immutable.
 */
public final class Excerpt {
  /** At most so many UTF-16 units of visible text. */
  public static final int MAX = 200;

  private static final String CUT = "...";
  private static final int SECRET_SHOWN = 4;
  private static final int SECRET_SHORT = 12;
  private static final int STACKED = 2;

  private final String visible;

  private Excerpt(String visible) {
    this.visible = visible;
  }

  /** Any text that was not written by Assay: evidence, a file's name, a reader's message. */
  public static Excerpt of(String raw) {
    return of(raw, MAX);
  }

  /**
   * Any text that was not written by Assay, cut shorter or longer than usual.
   *
   * @param max most UTF-16 units of visible text, at least 4
   */
  public static Excerpt of(String raw, int max) {
    return new Excerpt(visible(raw, max));
  }

  /** A secret: first characters and length, whatever the reader. */
  public static Excerpt redacted(String secret) {
    int length = secret.codePointCount(0, secret.length());
    if (length < SECRET_SHORT) {
      return new Excerpt("**** (" + length + " characters)");
    }
    String start = secret.substring(0, secret.offsetByCodePoints(0, SECRET_SHOWN));
    return new Excerpt(visible(start, MAX) + "**** (" + length + " characters)");
  }

  /**
   * The evidence of a finding. A secret is redacted in its own finding and in those that show the
   * same text.
   *
   * @param finding whose evidence
   * @param siblings all findings of its record
   */
  public static Excerpt of(Finding finding, List<Finding> siblings) {
    if (finding.rule().family() == Family.SECRET) {
      return redacted(finding.evidence());
    }
    String evidence = finding.evidence();
    for (Finding other : siblings) {
      if (other.rule().family() == Family.SECRET && !other.evidence().isEmpty()) {
        if (evidence.contains(other.evidence())) {
          evidence = evidence.replace(other.evidence(), redacted(other.evidence()).visible);
        } else if (overlap(finding, other)) {
          return redacted(evidence);
        }
      }
    }
    return of(evidence);
  }

  /** For JSON and other plain text, and for a terminal that shows all of Unicode. */
  public String plain() {
    return visible;
  }

  /**
   * For a SARIF message, where {@code [text](target)} would be a link (SARIF 2.1.0, section
   * 3.11.6).
   */
  public String sarif() {
    return visible.replace("](", "] (");
  }

  /** For a terminal that shows ASCII alone: everything else is spelled out. */
  public String ascii() {
    return spelledBeyondAscii(visible);
  }

  /** For Markdown: a code span, inside which nothing is markup, a mention, a link or an issue. */
  public String markdown() {
    if (visible.isBlank()) {
      return "` `";
    }
    int longest = 0;
    int run = 0;
    for (int i = 0; i < visible.length(); i++) {
      run = visible.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    boolean pad = visible.startsWith("`") || visible.endsWith("`");
    return pad ? fence + " " + visible + " " + fence : fence + visible + fence;
  }

  /** For a cell of a Markdown table: pipes do not end it. */
  public String markdownCell() {
    return markdown().replace("|", "\\|");
  }

  /** For Markdown prose: shown letter by letter, with no markup, mention, link or issue in it. */
  public String markdownProse() {
    StringBuilder out = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        // An empty comment parts what a forge would join to a mention, an issue or a link.
        case '@' -> out.append("@<!-- -->");
        case '#' -> out.append("\\#<!-- -->");
        case ':' -> out.append(visible.startsWith("://", i) ? ":<!-- -->" : ":");
        case '.' -> out.append(endsWithWww(visible, i) ? "<!-- -->." : ".");
        case '-' -> out.append(startsIssue(visible, i) ? "-<!-- -->" : i == 0 ? "\\-" : "-");
        case '\\', '`', '*', '_', '[', ']', '!', '|', '~', '$', '+', '=' ->
            out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** For HTML, as an element's text or in a quoted attribute. */
  public String html() {
    StringBuilder out = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * For a spreadsheet's cell: text that would be a formula gets an apostrophe before it. Quoting
   * the separator is left to whoever writes the row. Source: OWASP, CSV Injection.
   */
  public String cell() {
    if (!visible.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(visible.charAt(0)) >= 0) {
      return "'" + visible;
    }
    return visible;
  }

  /** The same as {@link #plain()}. */
  @Override
  public String toString() {
    return visible;
  }

  private static String visible(String raw, int max) {
    StringBuilder out = new StringBuilder(Math.min(raw.length(), max) + 16);
    int stacked = 0;
    int whole = 0;
    int at = skipBlanks(raw, 0);
    while (at < raw.length()) {
      int codePoint = raw.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (isBlank(codePoint)) {
        next = skipBlanks(raw, at);
        if (next == raw.length()) {
          break;
        }
        out.append(' ');
      } else {
        stacked = Invisible.stacks(codePoint) ? stacked + 1 : 0;
        if (stacked > STACKED || Invisible.is(codePoint)) {
          out.append(Invisible.spelled(codePoint));
        } else {
          out.appendCodePoint(codePoint);
        }
      }
      if (out.length() > max) {
        out.setLength(whole);
        return out.append(CUT).toString();
      }
      if (out.length() <= max - CUT.length()) {
        whole = out.length();
      }
      at = next;
    }
    return out.toString();
  }

  private static int skipBlanks(String raw, int from) {
    int at = from;
    while (at < raw.length() && isBlank(raw.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static String spelledBeyondAscii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x7F) {
                out.append((char) c);
              } else {
                out.append(Invisible.spelled(c));
              }
            });
    return out.toString();
  }

  private static boolean endsWithWww(String text, int end) {
    return end >= 3 && text.substring(end - 3, end).toLowerCase(Locale.ROOT).equals("www");
  }

  private static boolean startsIssue(String text, int dash) {
    return dash + 1 < text.length()
        && Character.isDigit(text.charAt(dash + 1))
        && dash >= 1
        && Character.isLetter(text.charAt(dash - 1));
  }

  private static boolean overlap(Finding a, Finding b) {
    return a.field().equals(b.field())
        && before(
            a.region().startLine(),
            a.region().startColumn(),
            b.region().endLine(),
            b.region().endColumn())
        && before(
            b.region().startLine(),
            b.region().startColumn(),
            a.region().endLine(),
            a.region().endColumn());
  }

  private static boolean before(long line, long column, long otherLine, long otherColumn) {
    return line < otherLine || (line == otherLine && column < otherColumn);
  }
}
