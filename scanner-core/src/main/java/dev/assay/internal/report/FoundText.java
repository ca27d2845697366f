package dev.assay.internal.report;

import dev.assay.internal.match.index.IndexedRecord;
import dev.assay.internal.match.index.IndexedRecord.Evidence;
import dev.assay.internal.match.index.IndexedRecord.Judged;
import dev.assay.internal.match.index.IndexedRecord.Span;
import dev.assay.internal.report.ConsoleText.Tone;
import dev.assay.record.Turn;
import dev.assay.report.ConsoleStyle;
import dev.assay.search.FoundRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records that a search found: made safe, and shown. */
public final class FoundText {
  private static final int ROLE = 13;

  /** So much of the text before the place is shown, to say what it is about. */
  private static final int BEFORE = 60;

  /** More than an excerpt holds. */
  private static final int READ = 4 * Excerpt.MAX;

  private FoundText() {}

  /**
   * What is told of a record.
   *
   * @param place what of its text to show, or null for the answer's start
   */
  public static FoundRecord found(IndexedRecord record, @Nullable Span place) {
    Span shown = place == null || !isInside(record, place) ? start(record) : place;
    Judged judged = record.judged();
    return new FoundRecord(
        record.uri(),
        record.row(),
        record.line(),
        record.hash(),
        judged.verdict(),
        judged.framing(),
        judged.probability(),
        judged.families(),
        judged.rules(),
        record.turns().get(shown.turn()).role(),
        excerpt(record, shown));
  }

  private static boolean isInside(IndexedRecord record, Span span) {
    return span.turn() < record.turns().size()
        && span.start() <= record.turns().get(span.turn()).text().length();
  }

  private static Span start(IndexedRecord record) {
    for (int i = record.turns().size() - 1; i >= 0; i--) {
      if (record.turns().get(i).role().learned()) {
        return new Span(i, 0, 0);
      }
    }
    return new Span(0, 0, 0);
  }

  private static String excerpt(IndexedRecord record, Span place) {
    String text = record.turns().get(place.turn()).text();
    int from = Math.max(0, place.start() - BEFORE);
    from = from > 0 ? wordStart(text, from, place.start()) : 0;
    List<Span> secrets = secrets(record, place.turn());
    StringBuilder out = new StringBuilder(from > 0 ? "..." : "");
    int to = Math.min(text.length(), from + READ);
    for (Span secret : secrets) {
      if (secret.end() > from && secret.start() < to) {
        if (secret.start() > from) {
          out.append(text, from, secret.start());
        }
        out.append(Excerpt.redacted(text.substring(secret.start(), secret.end())).plain());
        from = secret.end();
      }
    }
    if (from < to) {
      out.append(text, from, to);
    }
    return Excerpt.of(out.toString()).plain();
  }

  /** The start of the next word, if there is one before the place. */
  private static int wordStart(String text, int from, int place) {
    for (int i = from; i < place; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }

  /** Where secrets stand in a turn, those of other turns too; in order, none inside another. */
  private static List<Span> secrets(IndexedRecord record, int turn) {
    String text = record.turns().get(turn).text();
    List<String> known =
        record.evidence().stream()
            .filter(Evidence::secret)
            .map(Evidence::span)
            .filter(span -> isInside(record, span))
            .map(span -> said(record, span))
            .filter(secret -> !secret.isBlank())
            .distinct()
            .toList();
    return Occurrences.of(text, known).stream()
        .map(place -> new Span(turn, place[0], place[1]))
        .toList();
  }

  private static String said(IndexedRecord record, Span span) {
    Turn turn = record.turns().get(span.turn());
    int end = Math.min(span.end(), turn.text().length());
    return turn.text().substring(Math.min(span.start(), end), end);
  }

  /** For a terminal. */
  public static String of(ConsoleStyle style, long found, List<FoundRecord> shown) {
    ConsoleText text = new ConsoleText(style);
    for (FoundRecord record : shown) {
      long line = record.line() > 0 ? record.line() : record.row();
      String place = text.safe(record.uri()) + ":" + line;
      text.line(text.ink(Tone.HEADING, place) + "  " + text.ink(tone(record), says(record)));
      text.labelled("  " + record.role().id(), Tone.PLAIN, ROLE, text.safe(record.excerpt()));
    }
    if (!shown.isEmpty()) {
      text.blank();
    }
    text.line(Numbers.count(found, "record matches.", "records match.") + rest(found, shown));
    return text.text();
  }

  private static String rest(long found, List<FoundRecord> shown) {
    return found > shown.size()
        ? " The first "
            + Numbers.count(shown.size())
            + " are shown; --limit N shows more, --json all."
        : "";
  }

  private static Tone tone(FoundRecord record) {
    return switch (record.verdict()) {
      case CLEAN -> Tone.GOOD;
      case FRAMED -> Tone.UNSURE;
      case SUSPECT -> Tone.BAD;
    };
  }

  private static String says(FoundRecord record) {
    String rules = String.join(", ", record.rules());
    return record.verdict().id() + (rules.isEmpty() ? "" : "  " + rules);
  }

  /** A line of JSON. */
  public static void json(OutputStream out, FoundRecord record) throws IOException {
    try (Json json = Json.lines(out)) {
      json.open();
      json.put("source", record.uri());
      json.put("row", record.row());
      json.put("line", record.line());
      json.put("record", record.hash());
      json.put("verdict", record.verdict().id());
      json.putFigure("probability", record.probability());
      json.put("families", record.families());
      json.put("rules", record.rules());
      json.put("framing", record.framing().name().toLowerCase(Locale.ROOT));
      json.put("role", record.role().id());
      json.put("excerpt", record.excerpt());
      json.end();
      json.newline();
    }
  }
}
