package dev.assay.columnar.parquet;

import dev.assay.source.SourceException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;

/** The pages of the wanted columns of one row group. */
final class RowGroupPages implements PageReadStore {
  private final RowGroup group;
  private final Map<List<String>, ColumnPages> columns = new HashMap<>();

  RowGroupPages(SeekableByteChannel file, Footer footer, RowGroup group, MessageType wanted)
      throws IOException {
    this.group = group;
    PageMemory memory = new PageMemory();
    for (ColumnChunk chunk : group.getColumns()) {
      ColumnMetaData column = chunk.getMeta_data();
      if (wanted.containsPath(column.getPath_in_schema().toArray(new String[0]))) {
        columns.put(
            column.getPath_in_schema(),
            new ColumnPages(input(file, footer, column), column, memory));
      }
    }
  }

  private static ChunkInput input(SeekableByteChannel file, Footer footer, ColumnMetaData column)
      throws IOException {
    long start = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      start = Math.min(start, column.getDictionary_page_offset());
    }
    long length = column.getTotal_compressed_size();
    if (start < Footer.MAGIC.length || length < 0 || start > footer.end()) {
      throw new SourceException("is damaged: a column lies outside of the file");
    }
    if (length > footer.end() - start) {
      throw new SourceException("is cut off or damaged: a column goes on behind the data");
    }
    return new ChunkInput(file, start, start + length);
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor descriptor) {
    ColumnPages pages = columns.get(List.of(descriptor.getPath()));
    if (pages == null) {
      throw new IllegalArgumentException("a column is not there");
    }
    return pages;
  }

  @Override
  public long getRowCount() {
    return group.getNum_rows();
  }

  /** Holds what was read against what there is, so that no rows hide behind the last. */
  void requireExhausted() throws IOException {
    for (ColumnPages pages : columns.values()) {
      if (!pages.isExhausted()) {
        throw new SourceException(
            "contradicts itself: a column has more values than its row group has rows");
      }
    }
  }
}
