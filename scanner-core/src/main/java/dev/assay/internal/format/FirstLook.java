package dev.assay.internal.format;

import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.UnreadableRecordException.Reason;

/**
 * Looks at a file's first chunk before the rest: where none of its records has a known schema, the
 * file is in error as a whole, once, rather than record by record.
 */
final class FirstLook {
  private FirstLook() {}

  static void requireKnownSchema(RowChunk chunk, ReadOptions options)
      throws UnreadableFileException {
    RowFormat.RowDecoder decoder = chunk.format().newDecoder();
    Rows rows = chunk.table();
    int unknown = 0;
    for (int i = 0; i < rows.count(); i++) {
      if (rows.start(i) == Rows.TOO_LONG) {
        continue;
      }
      try {
        decoder.turns(chunk.bytes(), rows.start(i), rows.end(i));
        return;
      } catch (UnreadableRecordException e) {
        if (e.reason() == Reason.NOTHING_LEARNED) {
          return;
        }
        unknown += e.reason() == Reason.MALFORMED ? 0 : 1;
      }
    }
    if (unknown > 0) {
      throw new UnreadableFileException(describe(chunk, options), 0);
    }
  }

  private static String describe(RowChunk chunk, ReadOptions options) {
    KeyCensus census = new KeyCensus();
    Rows rows = chunk.table();
    for (int i = 0; i < rows.count(); i++) {
      if (rows.start(i) != Rows.TOO_LONG) {
        chunk.format().count(chunk.bytes(), rows.start(i), rows.end(i), census);
      }
    }
    String what =
        options.map() == null
            ? "has no schema that is known: nothing that a model learns was recognised in its first "
            : "does not fit the map: no mapped column with an answer is in its first ";
    return what + rows.count() + (rows.count() == 1 ? " record. " : " records. ") + census.advice();
  }
}
