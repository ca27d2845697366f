package dev.assay.internal.format;

import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.record.Turn;
import java.util.List;

/** How the rows of a file are decoded. Immutable. */
interface RowFormat {
  /** A decoder for one thread. */
  RowDecoder newDecoder();

  /** Finds decoded values again. */
  ValueLocator locator();

  /** Counts the keys of a row that no schema fits. */
  void count(byte[] bytes, int start, int end, KeyCensus census);

  /** Decodes rows, one after the other. */
  interface RowDecoder {
    /**
     * The turns of the row in a range of bytes.
     *
     * @throws UnreadableRecordException its place is an index in {@code bytes}
     */
    List<Turn> turns(byte[] bytes, int start, int end) throws UnreadableRecordException;
  }
}
