package dev.assay.internal.report;

import dev.assay.report.ScanSummary;
import dev.assay.verdict.Finding;
import dev.assay.verdict.RecordVerdict;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
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
    if (!revised.isEmpty()) {
      file().rewrite((from, to) -> replace(from, to, new TreeMap<>(revised).values()));
    }
  }

  private static void line(Json json, RecordVerdict record) throws IOException {
    Set<String> families = new TreeSet<>();
    Set<String> rules = new TreeSet<>();
    for (Finding finding : record.findings()) {
      rules.add(finding.rule().id());
      if (finding.counted() || finding.rule().counts()) {
        families.add(finding.rule().family().id());
      }
    }
    json.open();
    place(json, record);
    json.put("record", record.hash());
    json.put("verdict", record.verdict().id());
    json.putFigure("probability", record.probability());
    json.put("families", families);
    json.put("rules", rules);
    json.end();
  }

  private static void place(Json json, RecordVerdict record) throws IOException {
    json.put("source", record.uri());
    json.put("row", record.row());
    json.put("line", record.line());
  }

  /** Both come in the order of the input, so one pass finds every line that changed. */
  private static void replace(InputStream from, OutputStream to, Collection<RecordVerdict> revised)
      throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    Iterator<RecordVerdict> records = revised.iterator();
    @Nullable RecordVerdict next = records.next();
    String prefix = prefix(next);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (next != null && line.startsWith(prefix)) {
        to.write(rendered(next));
        next = records.hasNext() ? records.next() : null;
        prefix = next == null ? prefix : prefix(next);
      } else {
        to.write(line.getBytes(StandardCharsets.UTF_8));
      }
      to.write('\n');
    }
    to.flush();
    if (next != null) {
      throw new IllegalStateException("record " + next.ordinal() + " was revised, never reported");
    }
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

  private static byte[] rendered(RecordVerdict record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Json json = Json.lines(bytes)) {
      line(json, record);
    }
    return bytes.toByteArray();
  }
}
