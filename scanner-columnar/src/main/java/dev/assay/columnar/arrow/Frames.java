package dev.assay.columnar.arrow;

import dev.assay.source.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a stream, one after the other. A file is a stream between two marks, with a table
 * of contents behind it; that must say the same as the stream, or two readers would see two tables.
 */
final class Frames {
  private static final int MARK = 8;
  private static final int TAIL = 10;
  private static final int MOST_HEAD = 64 << 20;
  private static final int CONTINUATION = -1;

  private final SeekableByteChannel file;
  private final long end;
  private final @Nullable Footer footer;
  private final List<Long> contents = new ArrayList<>();
  private final List<Long> batches = new ArrayList<>();
  private long position;
  private long body;

  private Frames(SeekableByteChannel file, long position, long end, @Nullable Footer footer) {
    this.file = file;
    this.position = position;
    this.end = end;
    this.footer = footer;
    for (int i = 0; footer != null && i < footer.recordBatchesLength(); i++) {
      contents.add(footer.recordBatches(i).offset());
    }
  }

  static Frames open(SeekableByteChannel file) throws IOException {
    long size = file.size();
    if (size < MARK) {
      throw new SourceException("is cut off: it ends too early");
    }
    if (read(file, 0, MARK).getInt(0) == CONTINUATION) {
      return new Frames(file, 0, size, null);
    }
    if (size < MARK + TAIL) {
      throw new SourceException("is cut off: it ends too early");
    }
    ByteBuffer tail = read(file, size - TAIL, TAIL);
    if (tail.get(4) != 'A' || tail.get(TAIL - 1) != '1') {
      throw new SourceException("is cut off: it has no Arrow footer at its end");
    }
    long length = Integer.toUnsignedLong(tail.getInt(0));
    if (length > MOST_HEAD || length > size - MARK - TAIL) {
      throw new SourceException("is damaged: its footer claims " + length + " bytes");
    }
    long start = size - TAIL - length;
    Footer footer = Footer.getRootAsFooter(read(file, start, (int) length));
    return new Frames(file, MARK, start, footer);
  }

  /** The schema of a file, by its table of contents as other readers take it; null in a stream. */
  @Nullable Schema schema() {
    return footer == null ? null : footer.schema();
  }

  /** The next message; null at the end mark. */
  @Nullable Message next() throws IOException {
    long start = position;
    int length = end - position < Integer.BYTES ? missing() : number();
    if (length == CONTINUATION) {
      length = end - position < Integer.BYTES ? missing() : number();
    }
    if (length == 0) {
      requireEnd();
      return null;
    }
    if (length < 0 || length > MOST_HEAD || length > end - position) {
      throw new SourceException("is cut off or damaged: a header claims " + length + " bytes");
    }
    Message message = Message.getRootAsMessage(read(file, position, length));
    body = position + length;
    if (message.bodyLength() < 0 || message.bodyLength() > end - body) {
      throw new SourceException("is cut off or damaged: a batch goes on behind the end");
    }
    position = body + message.bodyLength();
    if (message.headerType() == MessageHeader.RecordBatch) {
      batches.add(start);
    }
    return message;
  }

  private int missing() throws SourceException {
    if (footer != null && position == end) {
      // Some writers of files leave the end mark to the footer.
      return 0;
    }
    throw new SourceException("is cut off: it has no end mark");
  }

  private void requireEnd() throws IOException {
    if (footer == null ? position < end : !contents.equals(batches)) {
      throw new SourceException(
          footer == null
              ? "goes on behind its end mark, and what follows was not scanned: write it anew"
              : "contradicts itself: its footer lists other batches than it holds");
    }
  }

  private int number() throws IOException {
    int value = read(file, position, Integer.BYTES).getInt(0);
    position += Integer.BYTES;
    return value;
  }

  /** Some bytes of the body of the message that came last. */
  ByteBuffer body(long offset, long length) throws IOException {
    if (offset < 0
        || length < 0
        || length > Integer.MAX_VALUE
        || offset > position - body - length) {
      throw new SourceException("is damaged: a buffer lies outside of its batch");
    }
    return read(file, body + offset, (int) length);
  }

  long position() {
    return position;
  }

  private static ByteBuffer read(SeekableByteChannel file, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    file.position(position);
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
  }
}
