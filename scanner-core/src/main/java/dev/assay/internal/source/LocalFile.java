package dev.assay.internal.source;

import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk. */
public record LocalFile(String uri, Path path, long size) implements DataFile {
  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
