package dev.assay.internal.format;

import dev.assay.internal.locate.PlainLocator;
import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.Columns;
import dev.assay.internal.schema.Fields;
import dev.assay.internal.schema.Schema;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.UnreadableRecordException.Reason;
import dev.assay.internal.schema.Utf8;
import dev.assay.internal.schema.Value;
import dev.assay.record.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Decodes records that are text and nothing else, as under the key {@code text}. */
final class PlainText {
  static final ValueLocator LOCATOR = new PlainLocator();

  /** Before the name of a place in a document, where other records name a column. */
  static final String PLACE = "#";

  static final String COLUMN = "text";

  private final Schema schema = Schema.of(null);
  private final Columns.Entry entry = Objects.requireNonNull(schema.columns().entry(COLUMN));
  private final Fields fields = schema.newFields(true);

  List<Turn> turns(byte[] bytes, int start, int end, String field)
      throws UnreadableRecordException {
    Utf8.requireValidText(bytes, start, end);
    for (int i = start; i < end; i++) {
      if (bytes[i] == 0) {
        throw UnreadableRecordException.malformed("has a NUL byte, so it is no text", i);
      }
    }
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    fields.clear();
    fields.set(entry, new Value.Text(text, field));
    return schema.turns(fields);
  }

  static UnreadableRecordException nothingThere(byte[] bytes, int start, int end) {
    return new UnreadableRecordException(
        Reason.NOTHING_LEARNED, new String(bytes, start, end - start, StandardCharsets.UTF_8), -1);
  }
}
