package dev.assay.benchmarks;

import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a local path. */
record PathFile(Path path) implements DataFile {
  static DataFile of(Path path) {
    return new PathFile(path);
  }

  @Override
  public String uri() {
    return path.toString();
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
