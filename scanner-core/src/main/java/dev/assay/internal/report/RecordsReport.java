package dev.assay.internal.report;

import dev.assay.report.ScanSummary;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordVerdict;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A JSON line for every judged record, in the order of the input. What could not be judged has no
 * line: the summary tells of it.
 */
public final class RecordsReport extends FileReport {
  private static final String SUSPECT = "\"verdict\":\"suspect\"";

  private final Json json;
  private boolean empty = true;

  /**
   * @throws IOException if the file cannot be written
   */
  public RecordsReport(Path target) throws IOException {
    super(target);
    this.json = Json.lines(file().out());
  }

  @Override
  String kind() {
    return "records";
  }

  @Override
  public boolean wantsEveryRecord() {
    return true;
  }

  @Override
  public void record(RecordVerdict record) throws IOException {
    line(json, record);
    empty = false;
  }

  @Override
  void complete(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    if (!empty) {
      json.newline();
    }
    json.close();
    Triage triage = summary.triage();
    if (!revised.isEmpty() || triage != null) {
      file().rewrite((from, to) -> replace(from, to, new TreeMap<>(revised).values(), triage));
    }
    BitSet alike = alike(summary);
    if (!alike.isEmpty()) {
      file().rewrite((from, to) -> note(from, to, alike));
    }
  }

  /** Numbers of the records that are alike: a line has the number of its record. */
  private static BitSet alike(ScanSummary summary) {
    BitSet alike = new BitSet();
    summary
        .alike()
        .forEach(cluster -> cluster.members().forEach(one -> alike.set((int) one.ordinal())));
    return alike;
  }

  /** Adds the note to the list that ends the lines of these records. */
  private static void note(InputStream from, OutputStream to, BitSet alike) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String written = alike.get(number++) ? noted(line) : line;
      to.write(written.getBytes(StandardCharsets.UTF_8));
      to.write('\n');
    }
    to.flush();
  }

  private static String noted(String line) {
    int from = line.lastIndexOf('[') + 1;
    int end = line.lastIndexOf(']');
    Set<String> rules = new TreeSet<>(List.of('"' + AlikeText.ID + '"'));
    for (String rule : line.substring(from, end).split(",")) {
      if (!rule.isBlank()) {
        rules.add(rule.strip());
      }
    }
    return line.substring(0, from) + String.join(",", rules) + line.substring(end);
  }

  private static void line(Json json, RecordVerdict record) throws IOException {
    json.open();
    place(json, record);
    json.put("record", record.hash());
    json.put("verdict", record.verdict().id());
    json.putFigure("probability", record.probability());
    json.put("families", record.familyIds());
    json.put("rules", record.ruleIds());
    json.end();
  }

  private static void place(Json json, RecordVerdict record) throws IOException {
    json.put("source", record.uri());
    json.put("row", record.row());
    json.put("line", record.line());
  }

  /**
   * Both come in the order of the input, so one pass finds every line that changed; and since every
   * record has a line, the line's number is the record's.
   */
  private static void replace(
      InputStream from, OutputStream to, Collection<RecordVerdict> revised, @Nullable Triage triage)
      throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    Iterator<RecordVerdict> records = revised.iterator();
    @Nullable RecordVerdict next = records.hasNext() ? records.next() : null;
    String prefix = next == null ? "" : prefix(next);
    long ordinal = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (next != null && line.startsWith(prefix)) {
        to.write(standing(rendered(next), ordinal, triage));
        next = records.hasNext() ? records.next() : null;
        prefix = next == null ? prefix : prefix(next);
      } else {
        to.write(standing(line, ordinal, triage));
      }
      to.write('\n');
      ordinal++;
    }
    to.flush();
    if (next != null) {
      throw new IllegalStateException("record " + next.ordinal() + " was revised, never reported");
    }
  }

  /** A quotation mark within a text is escaped, so no text looks like the field. */
  private static byte[] standing(String line, long ordinal, @Nullable Triage triage) {
    String whole = line;
    if (triage != null && line.contains(SUSPECT)) {
      String standing = triage.standing(ordinal).id();
      whole = line.substring(0, line.length() - 1) + ",\"standing\":\"" + standing + "\"}";
    }
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  /** How the line of a record starts: no other record of the scan has the same place. */
  private static String prefix(RecordVerdict record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Json json = Json.lines(bytes)) {
      json.open();
      place(json, record);
      json.end();
    }
    String object = bytes.toString(StandardCharsets.UTF_8);
    return object.substring(0, object.length() - 1) + ",";
  }

  private static String rendered(RecordVerdict record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Json json = Json.lines(bytes)) {
      line(json, record);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
