package dev.assay.benchmarks;

import dev.assay.source.DataFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** Generated records that exist in memory alone, so that no disk is measured. */
record MemoryFile(byte[] bytes) implements DataFile {
  static MemoryFile of(int records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChatRecords generator = new ChatRecords();
    for (int row = 1; row <= records; row++) {
      out.writeBytes(generator.line(row));
    }
    return new MemoryFile(out.toByteArray());
  }

  @Override
  public String uri() {
    return "generated.jsonl";
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
