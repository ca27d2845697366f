package dev.assay.internal.format;

import dev.assay.record.Unscanned;

/** Says what is wrong with a file, or with the rest of it. */
record ProblemChunk(Unscanned problem) implements Chunk {
  @Override
  public long firstRow() {
    return 0;
  }

  @Override
  public int rows() {
    return 0;
  }

  @Override
  public void decode(RecordSink sink) {
    sink.unscanned(problem);
  }
}
