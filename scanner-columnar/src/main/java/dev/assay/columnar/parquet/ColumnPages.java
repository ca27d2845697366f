package dev.assay.columnar.parquet;

import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group, read one at a time when they are asked for. */
final class ColumnPages implements PageReader {
  private final ChunkInput in;
  private final CompressionCodec codec;
  private final long values;
  private final PageMemory memory;
  private long valuesLeft;
  private @Nullable PageHeader ahead;
  private long held;
  private long dictionaryHeld;

  ColumnPages(ChunkInput in, ColumnMetaData column, PageMemory memory) {
    this.in = in;
    this.codec = column.getCodec();
    this.values = column.getNum_values();
    this.valuesLeft = values;
    this.memory = memory;
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  /** Whether every value was handed over. */
  boolean isExhausted() {
    return valuesLeft == 0;
  }

  void release() {
    memory.replace(held + dictionaryHeld, 0);
    held = 0;
    dictionaryHeld = 0;
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      PageHeader header = header();
      if (header == null || header.getType() != PageType.DICTIONARY_PAGE) {
        return null;
      }
      ahead = null;
      int size = header.getUncompressed_page_size();
      int count = header.getDictionary_page_header().getNum_values();
      if (count < 0 || count > size) {
        throw new IOException("a dictionary claims " + count + " values in " + size + " bytes");
      }
      dictionaryHeld = memory.replace(dictionaryHeld, 2L * size);
      byte[] bytes = plain(body(header), 0, header);
      Encoding encoding = encoding(header.getDictionary_page_header().getEncoding());
      return new DictionaryPage(BytesInput.from(bytes), count, encoding);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable DataPage readPage() {
    try {
      while (valuesLeft > 0) {
        PageHeader header = header();
        ahead = null;
        if (header == null) {
          throw new SourceException("is damaged: a column ends before all of its values");
        }
        switch (header.getType()) {
          case DATA_PAGE:
            return v1(header);
          case DATA_PAGE_V2:
            return v2(header);
          case DICTIONARY_PAGE:
            throw new SourceException("is damaged: a column has a dictionary in the wrong place");
          default:
            in.skipNBytes(size(header.getCompressed_page_size()));
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable PageHeader header() throws IOException {
    if (ahead == null && valuesLeft > 0 && in.remaining() > 0) {
      ahead = Util.readPageHeader(in);
      size(ahead.getCompressed_page_size());
      size(ahead.getUncompressed_page_size());
    }
    return ahead;
  }

  private static int size(int bytes) throws IOException {
    if (bytes < 0 || bytes > PageMemory.LIMIT) {
      throw new SourceException(
          "is damaged, or over a limit: a page claims "
              + Integer.toUnsignedLong(bytes)
              + " bytes, and "
              + PageMemory.LIMIT
              + " are read at once");
    }
    return bytes;
  }

  private DataPage v1(PageHeader header) throws IOException {
    DataPageHeader page = header.getData_page_header();
    take(page.getNum_values());
    hold(header);
    byte[] bytes = plain(body(header), 0, header);
    return new DataPageV1(
        BytesInput.from(bytes),
        page.getNum_values(),
        bytes.length,
        null,
        encoding(page.getRepetition_level_encoding()),
        encoding(page.getDefinition_level_encoding()),
        encoding(page.getEncoding()));
  }

  private DataPage v2(PageHeader header) throws IOException {
    DataPageHeaderV2 page = header.getData_page_header_v2();
    take(page.getNum_values());
    hold(header);
    byte[] bytes = body(header);
    int repetition = page.getRepetition_levels_byte_length();
    int definition = page.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || (long) repetition + definition > bytes.length) {
      throw new IOException("the levels of a page are longer than the page");
    }
    int levels = repetition + definition;
    boolean compressed = !page.isSetIs_compressed() || page.isIs_compressed();
    byte[] data =
        compressed && bytes.length > levels
            ? plain(bytes, levels, header)
            : java.util.Arrays.copyOfRange(bytes, levels, bytes.length);
    return DataPageV2.uncompressed(
        page.getNum_rows(),
        page.getNum_nulls(),
        page.getNum_values(),
        BytesInput.from(bytes, 0, repetition),
        BytesInput.from(bytes, repetition, definition),
        encoding(page.getEncoding()),
        BytesInput.from(data),
        null);
  }

  private void take(int count) throws IOException {
    if (count < 0 || count > valuesLeft) {
      throw new SourceException(
          "contradicts itself: the pages of a column hold more values than it counts");
    }
    valuesLeft -= count;
  }

  private void hold(PageHeader header) throws IOException {
    held =
        memory.replace(
            held, (long) header.getUncompressed_page_size() + header.getCompressed_page_size());
  }

  private byte[] body(PageHeader header) throws IOException {
    byte[] bytes = in.exactly(header.getCompressed_page_size());
    if (header.isSetCrc()) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      if ((int) crc.getValue() != header.getCrc()) {
        throw new SourceException("is damaged: the checksum of a page does not fit");
      }
    }
    return bytes;
  }

  /** The bytes behind the levels that stand before them uncompressed. */
  private byte[] plain(byte[] bytes, int levels, PageHeader header) throws IOException {
    int length = header.getUncompressed_page_size() - levels;
    if (codec == CompressionCodec.UNCOMPRESSED) {
      return levels == 0 ? bytes : java.util.Arrays.copyOfRange(bytes, levels, bytes.length);
    }
    if (length < 0) {
      throw new IOException("a page has another size than it claims");
    }
    return Codec.decompress(codec, bytes, levels, bytes.length - levels, length);
  }

  private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding)
      throws IOException {
    if (encoding == null) {
      throw new SourceException("uses an encoding that is not known");
    }
    return Encoding.valueOf(encoding.name());
  }
}
