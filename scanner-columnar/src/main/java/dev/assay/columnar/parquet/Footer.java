package dev.assay.columnar.parquet;

import dev.assay.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * What the end of a file says is in it, held against itself: a file whose footer hides rows from
 * one reader and not from another is refused.
 *
 * @param end where the data end and the footer begins
 */
record Footer(FileMetaData metadata, FileSchema schema, long end) {
  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private static final int TAIL = 8;
  private static final int MOST_BYTES = 64 << 20;

  static Footer read(SeekableByteChannel file) throws IOException {
    long size = file.size();
    if (size < MAGIC.length + TAIL) {
      throw new SourceException("is damaged: it is too short for a Parquet file");
    }
    ByteBuffer tail = read(file, size - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
    long length = Integer.toUnsignedLong(tail.getInt(0));
    String magic = new String(tail.array(), Integer.BYTES, MAGIC.length, StandardCharsets.US_ASCII);
    if (magic.equals("PARE")) {
      throw new SourceException("is an encrypted Parquet file: decrypt it first");
    }
    if (!magic.equals("PAR1")) {
      throw new SourceException("is cut off or damaged: it has no Parquet footer at its end");
    }
    if (length > MOST_BYTES || length > size - MAGIC.length - TAIL) {
      throw new SourceException(
          "is damaged, or over a limit: its footer claims " + length + " bytes");
    }
    long end = size - TAIL - length;
    byte[] bytes = read(file, end, (int) length).array();
    FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(bytes));
    Footer footer = new Footer(metadata, FileSchema.of(metadata.getSchema()), end);
    footer.requireSound();
    return footer;
  }

  static ByteBuffer read(SeekableByteChannel file, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    file.position(position);
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return buffer.flip();
  }

  private void requireSound() throws IOException {
    if (metadata.isSetEncryption_algorithm()) {
      throw new SourceException("is an encrypted Parquet file: decrypt it first");
    }
    long rows = 0;
    for (RowGroup group : metadata.getRow_groups()) {
      if (group.getNum_rows() < 0) {
        throw new SourceException("is damaged: a row group has a negative number of rows");
      }
      rows = Math.addExact(rows, group.getNum_rows());
      requireSound(group);
    }
    if (rows != metadata.getNum_rows()) {
      throw new SourceException(
          "contradicts itself: its footer counts "
              + metadata.getNum_rows()
              + " rows, its row groups "
              + rows);
    }
  }

  private void requireSound(RowGroup group) throws IOException {
    List<ColumnDescriptor> leaves = schema.message().getColumns();
    if (group.getColumnsSize() != leaves.size()) {
      throw new SourceException(
          "contradicts itself: a row group has "
              + group.getColumnsSize()
              + " columns, the schema "
              + leaves.size());
    }
    for (int i = 0; i < leaves.size(); i++) {
      requireSound(group, group.getColumns().get(i), leaves.get(i));
    }
  }

  private void requireSound(RowGroup group, ColumnChunk chunk, ColumnDescriptor leaf)
      throws IOException {
    if (chunk.isSetCrypto_metadata() || chunk.isSetEncrypted_column_metadata()) {
      throw new SourceException("has an encrypted column: decrypt it first");
    }
    if (chunk.isSetFile_path() || !chunk.isSetMeta_data()) {
      throw new SourceException("keeps columns in other files, which is not supported");
    }
    List<String> path = chunk.getMeta_data().getPath_in_schema();
    if (!List.of(leaf.getPath()).equals(path)) {
      throw new SourceException(
          "contradicts itself: the columns of a row group are not in the order of the schema");
    }
    boolean flat = leaf.getMaxRepetitionLevel() == 0;
    if (flat && chunk.getMeta_data().getNum_values() != group.getNum_rows()) {
      throw new SourceException(
          "contradicts itself: a column has another number of values than its row group has rows");
    }
  }
}
