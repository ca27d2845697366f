package dev.assay.internal.format;

import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;

/** Takes what a chunk holds, in the order of its rows. */
public interface RecordSink {
  void record(DataRecord dataRecord);

  void unscanned(Unscanned unscanned);
}
