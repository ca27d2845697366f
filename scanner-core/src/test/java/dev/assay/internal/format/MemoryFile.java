package dev.assay.internal.format;

import dev.assay.source.DataFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that exists in memory alone. */
record MemoryFile(String uri, byte[] bytes) implements DataFile {
  static MemoryFile of(String uri, String text) {
    return new MemoryFile(uri, text.getBytes(StandardCharsets.UTF_8));
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
