package dev.assay.internal.format;

import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import java.util.BitSet;

/**
 * Some whole records of a file, not yet decoded. May be handed to another thread, once, and decoded
 * more than once.
 */
public interface Chunk {
  /** The first record's number in its file, from 1. */
  long firstRow();

  /** How many rows it holds, readable or not; 0 where it only says what is wrong with the file. */
  int rows();

  /** Decodes the records. Never throws of its own accord, whatever the bytes are. */
  void decode(RecordSink sink);

  /**
   * Decodes the records but for some, which are known to be readable.
   *
   * @param without rows to leave out, counted from the first of the chunk
   */
  default void decode(RecordSink sink, BitSet without) {
    decode(
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            if (!without.get((int) (dataRecord.origin().row() - firstRow()))) {
              sink.record(dataRecord);
            }
          }

          @Override
          public void unscanned(Unscanned unscanned) {
            sink.unscanned(unscanned);
          }
        });
  }
}
