package dev.assay.internal.format;

import dev.assay.internal.schema.Columns;
import dev.assay.internal.schema.Schema;
import dev.assay.internal.source.StoredInput;
import dev.assay.source.DataFile;
import dev.assay.source.RowWriter;
import dev.assay.source.TableFormat;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table stored by column, as JSON. Such a file is read from several places at once:
 * if it does not lie on a disk, it is copied there first.
 */
final class TableRows implements RowSource {
  private final DataFile file;
  private final ReadOptions options;
  private final StoredInput stored;
  private final TableFormat format;
  private final RowFormat rowFormat;
  private @Nullable Path copy;
  private @Nullable SeekableByteChannel channel;
  private @Nullable TableReader table;
  private @Nullable IOException failure;
  private long rowCount;
  private boolean ended;
  private volatile boolean finished;

  TableRows(DataFile file, ReadOptions options, StoredInput stored, TableFormat format) {
    this.file = file;
    this.options = options;
    this.stored = stored;
    this.format = format;
    this.rowFormat = new JsonRows(options);
  }

  private TableReader open() throws IOException {
    Path path = file.path();
    if (path == null) {
      path = stored.spool();
      copy = path;
    }
    SeekableByteChannel opened = Files.newByteChannel(path);
    channel = opened;
    Columns columns = Schema.of(options.map()).columns();
    return format.open(opened, column -> columns.entry(column) != null);
  }

  @Override
  public @Nullable RowChunk next() throws IOException {
    RowWriter writer = new RowWriter(options.maxRecordBytes());
    Rows rows = new Rows();
    try {
      fill(writer, rows);
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
    if (rows.count() == 0) {
      if (failure != null) {
        throw failure;
      }
      return null;
    }
    long firstRow = rowCount + 1;
    rowCount += rows.count();
    return new RowChunk(
        file.uri(), rowFormat, writer.bytes(), -1, rows, firstRow, options.maxRecordBytes());
  }

  private void fill(RowWriter writer, Rows rows) throws IOException {
    if (table == null && !ended) {
      table = open();
    }
    while (!ended && table != null && writer.length() < options.chunkBytes()) {
      writer.beginRow();
      ended = !table.next(writer);
      if (!ended) {
        int start = writer.endRow();
        rows.add(start < 0 ? Rows.TOO_LONG : start, writer.length(), Rows.NO_LINE, 0);
      }
    }
  }

  @Override
  public String format() {
    return format.name();
  }

  @Override
  public long bytesRead() {
    TableReader reader = table;
    return finished || reader == null ? stored.bytesRead() : reader.bytesRead();
  }

  @Override
  public @Nullable String finish() throws IOException {
    String sha256 = options.digested() ? stored.finishDigest() : null;
    finished = true;
    return sha256;
  }

  @Override
  @SuppressWarnings("try")
  public void close() throws IOException {
    try (StoredInput first = stored;
        SeekableByteChannel second = channel;
        TableReader third = table) {
      // Closed in the opposite order, each whatever the others do.
    } finally {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    }
  }
}
