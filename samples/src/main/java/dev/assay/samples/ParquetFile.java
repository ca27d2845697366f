package dev.assay.samples;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Records as a Parquet file with one column, {@code messages}: lists of role and content, encoded
 * by Parquet's own library and compressed with snappy. Source: the Parquet format,
 * https://parquet.apache.org/docs/file-format/.
 */
public final class ParquetFile {
  private static final int ROWS = 10_000;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message schema { optional group messages (LIST) { repeated group list { optional group"
              + " element { optional binary role (UTF8); optional binary content (UTF8); } } } }");

  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private long position;

  private ParquetFile(OutputStream out) {
    this.out = out;
  }

  public static void write(Path file, List<Chat> chats) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ParquetFile parquet = new ParquetFile(out);
      parquet.put(MAGIC);
      for (int from = 0; from < chats.size(); from += ROWS) {
        parquet.group(chats.subList(from, Math.min(from + ROWS, chats.size())));
      }
      parquet.footer(chats.size());
    }
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  private void group(List<Chat> chats) throws IOException {
    PageStore pages = new PageStore();
    try (ColumnWriteStore columns =
        ParquetProperties.builder().build().newColumnWriteStore(SCHEMA, pages)) {
      RecordConsumer rows = new ColumnIOFactory().getColumnIO(SCHEMA).getRecordWriter(columns);
      for (Chat chat : chats) {
        row(rows, chat);
      }
      rows.flush();
      columns.flush();
    }
    List<ColumnChunk> chunks = new ArrayList<>();
    long size = 0;
    for (ColumnDescriptor column : SCHEMA.getColumns()) {
      PageStore.Pages chunk = pages.getPageWriter(column);
      chunks.add(chunk(column, chunk));
      size += chunk.plainBytes();
    }
    groups.add(new RowGroup(chunks, size, chats.size()));
  }

  private ColumnChunk chunk(ColumnDescriptor column, PageStore.Pages pages) throws IOException {
    long start = position;
    byte[] bytes = pages.bytes();
    ColumnMetaData data =
        new ColumnMetaData(
            Type.BYTE_ARRAY,
            pages.encodings(),
            List.of(column.getPath()),
            CompressionCodec.SNAPPY,
            pages.values(),
            pages.plainBytes(),
            bytes.length,
            start + pages.dictionaryBytes());
    if (pages.dictionaryBytes() > 0) {
      data.setDictionary_page_offset(start);
    }
    put(bytes);
    return new ColumnChunk(start).setMeta_data(data);
  }

  private static void row(RecordConsumer to, Chat chat) {
    to.startMessage();
    to.startField("messages", 0);
    to.startGroup();
    to.startField("list", 0);
    for (Chat.Turn turn : chat.turns()) {
      to.startGroup();
      to.startField("element", 0);
      to.startGroup();
      text(to, "role", 0, turn.role());
      text(to, "content", 1, turn.content());
      to.endGroup();
      to.endField("element", 0);
      to.endGroup();
    }
    to.endField("list", 0);
    to.endGroup();
    to.endField("messages", 0);
    to.endMessage();
  }

  private static void text(RecordConsumer to, String name, int index, String text) {
    to.startField(name, index);
    to.addBinary(Binary.fromString(text));
    to.endField(name, index);
  }

  private void footer(long rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, schema(), rows, groups), bytes);
    put(bytes.toByteArray());
    put(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.size()).array());
    put(MAGIC);
  }

  private static List<SchemaElement> schema() {
    return List.of(
        new SchemaElement("schema").setNum_children(1),
        group("messages", FieldRepetitionType.OPTIONAL, 1).setConverted_type(ConvertedType.LIST),
        group("list", FieldRepetitionType.REPEATED, 1),
        group("element", FieldRepetitionType.OPTIONAL, 2),
        text("role"),
        text("content"));
  }

  private static SchemaElement group(String name, FieldRepetitionType repetition, int children) {
    return new SchemaElement(name).setRepetition_type(repetition).setNum_children(children);
  }

  private static SchemaElement text(String name) {
    return new SchemaElement(name)
        .setRepetition_type(FieldRepetitionType.OPTIONAL)
        .setType(Type.BYTE_ARRAY)
        .setConverted_type(ConvertedType.UTF8);
  }
}
