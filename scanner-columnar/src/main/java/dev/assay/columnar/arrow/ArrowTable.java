package dev.assay.columnar.arrow;

import dev.assay.source.RowWriter;
import dev.assay.source.SourceException;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/** The rows of a file or a stream, batch by batch. */
final class ArrowTable implements TableReader {
  private final Frames frames;
  private final List<Column> columns;
  private final List<Column> wanted = new ArrayList<>();
  private final Map<Long, Column> dictionaryColumns = new HashMap<>();
  private final Map<Long, List<Vector>> dictionaries = new HashMap<>();
  private List<Vector> vectors = List.of();
  private long dictionaryBytes;
  private int row;
  private int rows;
  private volatile long bytesRead;

  ArrowTable(Frames frames, Predicate<String> isWanted) throws IOException {
    this.frames = frames;
    Schema schema = schema(frames);
    if (schema.endianness() != Endianness.Little) {
      throw new SourceException("has its numbers in big-endian order, which is not supported");
    }
    this.columns = Column.of(schema);
    for (Column column : columns) {
      if (isWanted.test(column.name())) {
        wanted.add(column);
      }
    }
    if (wanted.isEmpty()) {
      wanted.addAll(columns);
    }
    for (Column column : wanted) {
      String type = column.unsupported();
      if (type != null) {
        throw new SourceException(
            "has the column '" + column.name() + "' of a type that is not supported: " + type);
      }
      findDictionaries(column);
    }
  }

  private static Schema schema(Frames frames) throws IOException {
    Schema listed = frames.schema();
    if (listed != null) {
      return listed;
    }
    Message first = frames.next();
    if (first != null
        && first.headerType() == MessageHeader.Schema
        && first.header(new Schema()) instanceof Schema schema) {
      return schema;
    }
    throw new SourceException("is damaged: it does not begin with a schema");
  }

  private void findDictionaries(Column column) {
    if (column.index() != null) {
      Column values =
          new Column(
              column.name(),
              column.key(),
              column.kind(),
              column.width(),
              column.signed(),
              column.children(),
              null,
              -1);
      dictionaryColumns.put(column.dictionary(), values);
    }
    column.children().forEach(this::findDictionaries);
  }

  @Override
  public boolean next(RowWriter out) throws IOException {
    return ArrowFormat.guard(() -> read(out));
  }

  private boolean read(RowWriter out) throws IOException {
    while (row == rows) {
      vectors = List.of();
      Message message = frames.next();
      if (message == null) {
        bytesRead = frames.position();
        return false;
      }
      message(message);
    }
    out.beginObject();
    for (int i = 0; i < vectors.size(); i++) {
      out.name(wanted.get(i).key());
      vectors.get(i).writeOrNull(out, row);
    }
    out.endObject();
    row++;
    return true;
  }

  private void message(Message message) throws IOException {
    bytesRead = frames.position();
    boolean old = message.version() < MetadataVersion.V5;
    switch (message.headerType()) {
      case MessageHeader.RecordBatch -> {
        if (message.header(new RecordBatch()) instanceof RecordBatch batch) {
          batch(batch, old);
        }
      }
      case MessageHeader.DictionaryBatch -> {
        if (message.header(new DictionaryBatch()) instanceof DictionaryBatch batch) {
          dictionary(batch, old);
        }
      }
      case MessageHeader.Schema -> {
        // A file says it here and in its table of contents.
        if (frames.schema() == null || rows > 0) {
          throw new SourceException("is damaged: it has two schemas");
        }
      }
      default ->
          throw new SourceException("holds a message that is no part of a table, such as a tensor");
    }
  }

  private void batch(RecordBatch batch, boolean old) throws IOException {
    if (batch.length() < 0 || batch.length() > Integer.MAX_VALUE) {
      throw new SourceException("is damaged: a batch claims " + batch.length() + " rows");
    }
    BatchReader reader = new BatchReader(frames, batch, dictionaries, old);
    List<Vector> read = new ArrayList<>();
    for (Column column : columns) {
      if (wanted.contains(column)) {
        Vector vector = reader.read(column);
        if (vector.length() != batch.length()) {
          throw new SourceException(
              "contradicts itself: a column has another number of values than its batch has rows");
        }
        read.add(vector);
      } else {
        reader.skip(column);
      }
    }
    vectors = read;
    row = 0;
    rows = (int) batch.length();
  }

  private void dictionary(DictionaryBatch batch, boolean old) throws IOException {
    Column values = dictionaryColumns.get(batch.id());
    RecordBatch data = batch.data();
    if (values == null || data == null) {
      return;
    }
    BatchReader reader = new BatchReader(frames, data, dictionaries, old);
    Vector vector = reader.read(values);
    dictionaryBytes += reader.held();
    if (dictionaryBytes > BatchReader.LIMIT) {
      throw new SourceException(
          "is over a limit: its dictionaries take more than " + (BatchReader.LIMIT >> 20) + " MiB");
    }
    List<Vector> parts = new ArrayList<>();
    if (batch.isDelta() && dictionaries.containsKey(batch.id())) {
      parts.addAll(dictionaries.get(batch.id()));
    }
    parts.add(vector);
    dictionaries.put(batch.id(), parts);
  }

  @Override
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() {
    vectors = List.of();
    dictionaries.clear();
  }
}
