package dev.assay.internal.scan;

import dev.assay.internal.framing.FramingResult;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.record.DataRecord;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What became of the records of one chunk, in their order; free of the records themselves. */
final class JudgedChunk {
  /** Something that reports hear of. */
  sealed interface Entry permits Judged, Missed {}

  /**
   * A judged record.
   *
   * @param position number of the record among the judged ones of its chunk, from 0
   * @param verdict to report, its ordinal still counted from the chunk's start
   * @param framing what asks for the flaw
   */
  record Judged(int position, RecordVerdict verdict, FramingResult framing) implements Entry {}

  /** Something that could not be judged. */
  record Missed(Unscanned unscanned) implements Entry {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private int judged;
  private String columns = "";

  /** Notes from which columns the records of this chunk are read. */
  void readFrom(DataRecord first) {
    Set<String> names = new TreeSet<>();
    for (Turn turn : first.turns()) {
      String field = turn.field();
      if (field.startsWith("#")) {
        // A place in a document, whose text has no other name.
        names.add("text");
        continue;
      }
      int from = field.startsWith("/") ? 1 : 0;
      int end = field.indexOf('/', from);
      names.add(end < 0 ? field.substring(from) : field.substring(from, end));
    }
    columns = String.join(",", names);
  }

  /** Columns of the chunk's first record, sorted, joined by commas; empty if it has none. */
  String columns() {
    return columns;
  }

  void clean() {
    judged++;
  }

  void judged(RecordVerdict verdict, FramingResult framing) {
    entries.add(new Judged(judged, verdict, framing));
    judged++;
  }

  void missed(Unscanned unscanned) {
    entries.add(new Missed(unscanned));
  }

  /** Keeps of the record that was judged last what only many of them show. */
  void row(Row row) {
    rows.add(row.at(judged - 1));
  }

  /**
   * What is kept for the whole set, in the order of the records, numbered from the chunk's start;
   * some records have nothing.
   */
  List<Row> rows() {
    return rows;
  }

  /** All judged records, those without an entry too: they are clean and nobody asked for them. */
  int judgedCount() {
    return judged;
  }

  List<Entry> entries() {
    return entries;
  }
}
