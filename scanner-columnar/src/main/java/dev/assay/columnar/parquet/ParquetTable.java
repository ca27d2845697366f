package dev.assay.columnar.parquet;

import dev.assay.source.RowWriter;
import dev.assay.source.SourceException;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** The rows of a file, row group by row group. */
final class ParquetTable implements TableReader {
  private final SeekableByteChannel file;
  private final Footer footer;
  private final MessageType columns;
  private final MessageColumnIO columnIo;
  private final JsonRows rows;
  private final Iterator<RowGroup> groups;
  private @Nullable RowGroupPages pages;
  private @Nullable RecordReader<Void> records;
  private long rowsLeft;
  private long rowsRead;
  private volatile long bytesRead;

  ParquetTable(SeekableByteChannel file, Footer footer, MessageType columns) {
    this.file = file;
    this.footer = footer;
    this.columns = columns;
    this.columnIo = new ColumnIOFactory(footer.metadata().getCreated_by()).getColumnIO(columns);
    this.rows = new JsonRows(footer.schema(), columns);
    this.groups = footer.metadata().getRow_groups().iterator();
  }

  @Override
  public boolean next(RowWriter row) throws IOException {
    return ParquetFormat.Damage.guard(
        () -> {
          try {
            return read(row);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          } catch (RuntimeException e) {
            if (e.getCause() instanceof UncheckedIOException inner
                && inner.getCause() instanceof SourceException told) {
              throw told;
            }
            throw e;
          }
        });
  }

  private boolean read(RowWriter row) throws IOException {
    while (rowsLeft == 0) {
      if (pages != null) {
        pages.requireExhausted();
      }
      if (!groups.hasNext()) {
        return false;
      }
      RowGroup group = groups.next();
      rowsLeft = group.getNum_rows();
      pages = new RowGroupPages(file, footer, group, columns);
      records = rowsLeft == 0 ? null : columnIo.getRecordReader(pages, rows);
    }
    RecordReader<Void> reader = records;
    if (reader == null) {
      throw new IllegalStateException("a row group with rows has a reader");
    }
    rows.writeTo(row);
    reader.read();
    rowsLeft--;
    rowsRead++;
    long total = footer.metadata().getNum_rows();
    bytesRead = (long) ((double) footer.end() * rowsRead / total);
    return true;
  }

  @Override
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() {
    pages = null;
    records = null;
  }
}
