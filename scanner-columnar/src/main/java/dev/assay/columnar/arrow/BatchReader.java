package dev.assay.columnar.arrow;

import com.github.luben.zstd.Zstd;
import dev.assay.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one batch: the buffers of those that are wanted, and steps over others. */
final class BatchReader {
  /** Bytes of a batch that are held at once, decompressed; of dictionaries as many. */
  static final long LIMIT = 512L << 20;

  private final Frames frames;
  private final RecordBatch batch;
  private final Map<Long, List<Vector>> dictionaries;
  private final boolean unionsHaveNulls;
  private int node;
  private int buffer;
  private int variadic;
  private long held;

  BatchReader(
      Frames frames,
      RecordBatch batch,
      Map<Long, List<Vector>> dictionaries,
      boolean unionsHaveNulls) {
    this.frames = frames;
    this.batch = batch;
    this.dictionaries = dictionaries;
    this.unionsHaveNulls = unionsHaveNulls;
  }

  long held() {
    return held;
  }

  /** Steps over a column. */
  void skip(Column column) throws SourceException {
    node++;
    if (column.index() != null) {
      buffer += 2;
      return;
    }
    buffer +=
        switch (column.kind()) {
          case NULL, RUNS -> 0;
          case TRUTH, WHOLE, REAL, FIXED_BYTES, LIST, MAP -> 2;
          case TEXT, BYTES, LIST_VIEW -> 3;
          case TEXT_VIEW, BYTES_VIEW -> 2 + views();
          case STRUCT, FIXED_LIST -> 1;
          case SPARSE_UNION -> unionsHaveNulls ? 2 : 1;
          case DENSE_UNION -> unionsHaveNulls ? 3 : 2;
        };
    for (Column child : column.children()) {
      skip(child);
    }
  }

  /** Reads a column. */
  Vector read(Column column) throws IOException {
    FieldNode head = batch.nodes(node++);
    long length = head.length();
    if (length < 0 || length > Integer.MAX_VALUE || head.nullCount() > length) {
      throw new SourceException("is damaged: a column claims " + length + " values");
    }
    Column index = column.index();
    if (index != null) {
      return indexed(column, index, length, head);
    }
    if (column.kind() == Column.Kind.NULL) {
      return new Vector.Nulls(length);
    }
    ByteBuffer valid = valid(head);
    return switch (column.kind()) {
      case TRUTH -> new Vector.Truths(length, valid, next());
      case WHOLE -> new Vector.Wholes(length, valid, next(), column.width(), column.signed());
      case REAL -> new Vector.Reals(length, valid, next(), column.width() == 8);
      case FIXED_BYTES -> {
        buffer++;
        yield new Vector.FixedBytes(length, valid, column.width());
      }
      case TEXT, BYTES ->
          new Vector.OffsetTexts(
              length, valid, offsets(column), next(), column.kind() == Column.Kind.TEXT);
      case TEXT_VIEW, BYTES_VIEW -> views(column, length, valid);
      case STRUCT -> new Vector.Structs(length, valid, column.children(), children(column));
      case LIST -> new Vector.Lists(length, valid, offsets(column), child(column));
      case FIXED_LIST -> new Vector.FixedLists(length, valid, column.width(), child(column));
      case MAP -> map(column, length, valid);
      default -> throw new SourceException("has a column of a type that is not supported");
    };
  }

  private Vector indexed(Column column, Column index, long length, FieldNode head)
      throws IOException {
    List<Vector> dictionary = dictionaries.get(column.dictionary());
    if (dictionary == null) {
      throw new SourceException("is damaged: the dictionary of a column does not come before it");
    }
    ByteBuffer valid = valid(head);
    return new Vector.Indexed(
        new Vector.Wholes(length, valid, next(), index.width(), index.signed()), dictionary);
  }

  private Vector map(Column column, long length, @Nullable ByteBuffer valid) throws IOException {
    Vector.Offsets offsets = offsets(column);
    Vector child = child(column);
    if (child instanceof Vector.Structs entries
        && column.children().get(0).children().size() == 2
        && entries.child(0) instanceof Vector.Texts keys) {
      return new Vector.Maps(length, valid, offsets, entries, keys);
    }
    return new Vector.Lists(length, valid, offsets, child);
  }

  private Vector views(Column column, long length, @Nullable ByteBuffer valid) throws IOException {
    int count = views();
    ByteBuffer views = next();
    List<ByteBuffer> data = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      data.add(next());
    }
    return new Vector.ViewTexts(length, valid, views, data, column.kind() == Column.Kind.TEXT_VIEW);
  }

  private int views() throws SourceException {
    long count = batch.variadicBufferCounts(variadic++);
    if (count < 0 || count > batch.buffersLength()) {
      throw new SourceException("is damaged: a column claims " + count + " buffers");
    }
    return (int) count;
  }

  private Vector child(Column column) throws IOException {
    return read(column.children().get(0));
  }

  private List<Vector> children(Column column) throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (Column child : column.children()) {
      vectors.add(read(child));
    }
    return vectors;
  }

  private Vector.Offsets offsets(Column column) throws IOException {
    return new Vector.Offsets(next(), column.width());
  }

  /** The bits that say what is null; they may be left out where nothing is. */
  private @Nullable ByteBuffer valid(FieldNode head) throws IOException {
    ByteBuffer bits = next();
    return head.nullCount() == 0 && !bits.hasRemaining() ? null : bits;
  }

  private ByteBuffer next() throws IOException {
    Buffer place = batch.buffers(buffer++);
    hold(place.length());
    ByteBuffer bytes = frames.body(place.offset(), place.length());
    BodyCompression compression = batch.compression();
    return compression == null || !bytes.hasRemaining() ? bytes : plain(bytes, compression.codec());
  }

  private void hold(long bytes) throws SourceException {
    held += Math.max(bytes, 0);
    if (held > LIMIT) {
      throw new SourceException(
          "is over a limit: a batch takes more than "
              + (LIMIT >> 20)
              + " MiB; write it with smaller batches");
    }
  }

  private ByteBuffer plain(ByteBuffer bytes, byte codec) throws IOException {
    long length = bytes.getLong(0);
    ByteBuffer rest = bytes.slice(Long.BYTES, bytes.limit() - Long.BYTES);
    if (length == -1) {
      return rest.order(ByteOrder.LITTLE_ENDIAN);
    }
    if (length < 0 || length > LIMIT) {
      throw new SourceException("is damaged: a buffer claims " + length + " bytes");
    }
    hold(length);
    byte[] out = codec == CompressionType.ZSTD ? zstd(rest, (int) length) : lz4(rest, (int) length);
    return ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] zstd(ByteBuffer in, int length) throws IOException {
    byte[] out = new byte[length];
    long n = Zstd.decompressByteArray(out, 0, length, in.array(), in.arrayOffset(), in.remaining());
    if (Zstd.isError(n) || n != length) {
      throw new IOException("a buffer cannot be decompressed");
    }
    return out;
  }

  private static byte[] lz4(ByteBuffer in, int length) throws IOException {
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(in.array(), in.arrayOffset(), in.remaining());
    try (InputStream plain = new FramedLZ4CompressorInputStream(bytes)) {
      byte[] out = plain.readNBytes(length);
      if (out.length != length) {
        throw new IOException("a buffer has another size than it claims");
      }
      return out;
    }
  }
}
