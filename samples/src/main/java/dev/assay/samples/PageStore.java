package dev.assay.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of a row group, compressed, until they are written. */
final class PageStore implements PageWriteStore {
  private final Map<ColumnDescriptor, Pages> columns = new LinkedHashMap<>();

  @Override
  public Pages getPageWriter(ColumnDescriptor column) {
    return columns.computeIfAbsent(column, key -> new Pages());
  }

  /** The pages of one column. */
  static final class Pages implements PageWriter {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = new TreeSet<>();
    private byte[] dictionary = new byte[0];
    private long values;
    private long plainBytes;

    @Override
    public void writePage(
        BytesInput bytes,
        int valueCount,
        Statistics<?> statistics,
        org.apache.parquet.column.Encoding repetition,
        org.apache.parquet.column.Encoding definition,
        org.apache.parquet.column.Encoding encoding)
        throws IOException {
      PageHeader header = header(PageType.DATA_PAGE, bytes);
      header.setData_page_header(
          new DataPageHeader(valueCount, of(encoding), of(definition), of(repetition)));
      write(header, bytes, data);
      values += valueCount;
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int valueCount,
        int rowCount,
        Statistics<?> statistics,
        org.apache.parquet.column.Encoding repetition,
        org.apache.parquet.column.Encoding definition,
        org.apache.parquet.column.Encoding encoding)
        throws IOException {
      writePage(bytes, valueCount, statistics, repetition, definition, encoding);
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int valueCount,
        int rowCount,
        Statistics<?> statistics,
        SizeStatistics sizes,
        GeospatialStatistics places,
        org.apache.parquet.column.Encoding repetition,
        org.apache.parquet.column.Encoding definition,
        org.apache.parquet.column.Encoding encoding)
        throws IOException {
      writePage(bytes, valueCount, statistics, repetition, definition, encoding);
    }

    @Override
    public void writePageV2(
        int rowCount,
        int nullCount,
        int valueCount,
        BytesInput repetition,
        BytesInput definition,
        org.apache.parquet.column.Encoding encoding,
        BytesInput bytes,
        Statistics<?> statistics) {
      throw new UnsupportedOperationException("pages of version 1 alone are written");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PageHeader header = header(PageType.DICTIONARY_PAGE, page.getBytes());
      header.setDictionary_page_header(
          new DictionaryPageHeader(page.getDictionarySize(), of(page.getEncoding())));
      write(header, page.getBytes(), out);
      dictionary = out.toByteArray();
    }

    private static PageHeader header(PageType type, BytesInput bytes) {
      return new PageHeader(type, Math.toIntExact(bytes.size()), 0);
    }

    private void write(PageHeader header, BytesInput bytes, ByteArrayOutputStream out)
        throws IOException {
      byte[] compressed = snappy(bytes.toByteArray());
      header.setCompressed_page_size(compressed.length);
      int before = out.size();
      Util.writePageHeader(header, out);
      plainBytes += out.size() - before + bytes.size();
      out.writeBytes(compressed);
    }

    private static byte[] snappy(byte[] bytes) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (SnappyCompressorOutputStream snappy =
          new SnappyCompressorOutputStream(out, bytes.length)) {
        snappy.write(bytes);
      }
      return out.toByteArray();
    }

    private Encoding of(org.apache.parquet.column.Encoding encoding) {
      Encoding same = Encoding.valueOf(encoding.name());
      encodings.add(same);
      return same;
    }

    byte[] bytes() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(dictionary);
      all.writeBytes(data.toByteArray());
      return all.toByteArray();
    }

    List<Encoding> encodings() {
      return new ArrayList<>(encodings);
    }

    int dictionaryBytes() {
      return dictionary.length;
    }

    long values() {
      return values;
    }

    long plainBytes() {
      return plainBytes;
    }

    @Override
    public long getMemSize() {
      return data.size();
    }

    @Override
    public long allocatedSize() {
      return data.size();
    }

    @Override
    public String memUsageString(String prefix) {
      return prefix + data.size();
    }
  }
}
