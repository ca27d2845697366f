package dev.assay.internal.report;

import dev.assay.record.Unscanned;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.verdict.Framing;
import java.util.function.Function;

/** Sentences about a finding, the same in all reports. */
public final class Wording {
  /** Before the place in a document, such as a page, where other findings name a column. */
  private static final String PLACE = "#";

  private static final String EVIDENCE = "{evidence}";

  private Wording() {}

  /**
   * What was found, as one sentence with the evidence in its place and, where it matters, with what
   * the conversation asked for.
   *
   * @param text escapes words of the rule for the report
   * @param evidence already escaped
   */
  static String sentence(KeptFinding finding, Function<String, String> text, String evidence) {
    String message = withoutPeriod(finding.rule().message());
    int at = message.indexOf(EVIDENCE);
    String said =
        at < 0
            ? text.apply(message)
            : text.apply(message.substring(0, at))
                + evidence
                + text.apply(message.substring(at + EVIDENCE.length()));
    return said + framing(finding) + ".";
  }

  /** What was found, as one sentence without the evidence. */
  static String plain(KeptFinding finding) {
    return withoutPeriod(title(finding.rule())) + framing(finding) + ".";
  }

  /** In one word: how bad it is, or why it does not count. */
  static String weight(KeptFinding finding) {
    if (finding.framed()) {
      return "framed";
    }
    return finding.counted() ? finding.rule().severity().id() : "note";
  }

  /** Where it is, as editors take it: file, line and column; in a document also where in it. */
  static String place(KeptFinding finding) {
    return finding.uri()
        + ":"
        + finding.region().startLine()
        + ":"
        + finding.region().startColumn()
        + (finding.field().startsWith(PLACE)
            ? " (" + finding.field().substring(PLACE.length()) + ")"
            : "");
  }

  /** Where it is: file and line, or the row where there are no lines, or the file alone. */
  static String place(Unscanned unscanned) {
    if (unscanned.line() > 0) {
      return unscanned.uri() + ":" + unscanned.line();
    }
    return unscanned.row() > 0 ? unscanned.uri() + ", row " + unscanned.row() : unscanned.uri();
  }

  /** Whether the rule's sentence shows the evidence itself. */
  static boolean showsEvidence(Rule rule) {
    return rule.message().contains(EVIDENCE);
  }

  /** What the rule is about, in a sentence without any evidence. */
  public static String title(Rule rule) {
    String message = withoutPeriod(rule.message());
    int at = message.indexOf(EVIDENCE);
    if (at < 0) {
      return message + ".";
    }
    String before = message.substring(0, at);
    String after = message.substring(at + EVIDENCE.length());
    if (aside(before, after)) {
      return before.substring(0, opening(before)) + after.substring(closing(after)) + ".";
    }
    return before + "..." + after + ".";
  }

  /** Whether the evidence only illustrates the rule's sentence, which is whole without it. */
  static boolean evidenceIsAside(Rule rule) {
    String message = withoutPeriod(rule.message());
    int at = message.indexOf(EVIDENCE);
    return at < 0 || aside(message.substring(0, at), message.substring(at + EVIDENCE.length()));
  }

  private static boolean aside(String before, String after) {
    String opened = before.substring(opening(before)).strip();
    return (opened.startsWith("(") && after.substring(0, closing(after)).endsWith(")"))
        || (opened.startsWith(":") && closing(after) == after.length());
  }

  private static int opening(String before) {
    int start = before.length();
    while (start > 0 && " (:'\"`".indexOf(before.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  private static int closing(String after) {
    int end = 0;
    while (end < after.length() && ")'\"`".indexOf(after.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static String framing(KeptFinding finding) {
    if (finding.framed()) {
      return ", asked for by a lesson";
    }
    if (finding.framing() == Framing.Kind.BOILERPLATE) {
      return "; the lesson it claims to be is one sentence repeated over many records";
    }
    boolean code = finding.rule().family() == Family.INSECURE_CODE;
    return code && finding.counted() && finding.framing() == Framing.Kind.NONE
        ? ", without a stated educational purpose"
        : "";
  }

  static String ended(String sentence) {
    String text = sentence.strip();
    return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }

  private static String withoutPeriod(String message) {
    String text = message.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
