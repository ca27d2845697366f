package dev.assay.columnar;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.RecordHash;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that came out of one file. */
public record Reading(List<DataRecord> records, List<Unscanned> unscanned, String format) {
  public static final Path FIXTURES = Path.of("../fixtures");

  /** A file on disk. */
  record OnDisk(String uri, Path path) implements DataFile {
    @Override
    public long size() {
      return path.toFile().length();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /** A file that exists in memory alone. */
  record InMemory(String uri, byte[] bytes) implements DataFile {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  public static Reading of(Path path) {
    return of(new OnDisk(path.toString(), path), ReadOptions.defaults());
  }

  public static Reading of(String uri, byte[] bytes) {
    return of(new InMemory(uri, bytes), ReadOptions.defaults());
  }

  public static Reading of(DataFile file, ReadOptions options) {
    List<DataRecord> records = new ArrayList<>();
    List<Unscanned> unscanned = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            records.add(dataRecord);
          }

          @Override
          public void unscanned(Unscanned problem) {
            unscanned.add(problem);
          }
        };
    try (ChunkReader reader = ChunkReader.of(file, options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
      return new Reading(records, unscanned, reader.format());
    }
  }

  public List<String> hashes() {
    RecordHash hash = new RecordHash();
    return records.stream().map(hash::of).toList();
  }

  public static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
