package dev.assay.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes rows of a table as JSON, one behind the other, and never holds more of a row than its
 * limit. Commas are its own business; that names and values come in an order that makes JSON is the
 * caller's. For one thread.
 */
public final class RowWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST = 1 << 12;

  private final int maxRowBytes;
  private byte[] bytes = new byte[FIRST];
  private int start;
  private int end;
  private boolean tooLong;

  /**
   * @param maxRowBytes of a longer row nothing is kept
   */
  public RowWriter(int maxRowBytes) {
    this.maxRowBytes = maxRowBytes;
  }

  /** A key as it is written, to be made once for all rows. */
  public static byte[] key(String name) {
    RowWriter writer = new RowWriter(Integer.MAX_VALUE - Long.BYTES);
    writer.text(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
    return Arrays.copyOf(writer.bytes, writer.end);
  }

  /** Begins a row behind those that are there. */
  public void beginRow() {
    start = end;
    tooLong = false;
  }

  /**
   * Ends the row.
   *
   * @return its first byte, or -1 if it was too long and nothing of it is kept
   */
  public int endRow() {
    if (tooLong) {
      end = start;
    }
    return tooLong ? -1 : start;
  }

  /** Whether the row is too long, so that nothing more needs to be written. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** All rows; may be longer than they are. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes the rows have. */
  public int length() {
    return end;
  }

  public void beginObject() {
    value('{');
  }

  public void endObject() {
    put('}');
  }

  public void beginList() {
    value('[');
  }

  public void endList() {
    put(']');
  }

  /**
   * The key of the value that follows.
   *
   * @param key as {@link #key} made it
   */
  public void name(byte[] key) {
    comma();
    put(key, 0, key.length);
    put(':');
  }

  /** The key of the value that follows, as UTF-8. */
  public void name(ByteBuffer utf8) {
    text(utf8);
    put(':');
  }

  public void nullValue() {
    literal("null");
  }

  public void truth(boolean value) {
    literal(value ? "true" : "false");
  }

  public void number(long value) {
    literal(Long.toString(value));
  }

  /** A number; what is none in JSON, such as infinity, becomes null. */
  public void number(double value) {
    literal(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  /** A number; what is none in JSON, such as infinity, becomes null. */
  public void number(float value) {
    literal(Float.isFinite(value) ? Float.toString(value) : "null");
  }

  /** A value that is JSON as it stands. */
  public void literal(String json) {
    comma();
    byte[] ascii = json.getBytes(StandardCharsets.US_ASCII);
    put(ascii, 0, ascii.length);
  }

  /** Bytes that are no text; they cannot be scanned, and whatever reads them as text must fail. */
  public void binary(int length) {
    literal("{\"bytes\":" + length + "}");
  }

  /** A text. Bytes that are not UTF-8 stay as they are, so that the record is found broken. */
  public void text(ByteBuffer utf8) {
    comma();
    if (!utf8.hasArray()) {
      byte[] copy = new byte[utf8.remaining()];
      utf8.duplicate().get(copy);
      text(copy, 0, copy.length);
    } else {
      int from = utf8.arrayOffset() + utf8.position();
      text(utf8.array(), from, from + utf8.remaining());
    }
  }

  private void text(byte[] utf8, int from, int to) {
    put('"');
    int plain = from;
    for (int i = from; i < to && !tooLong; i++) {
      byte b = utf8[i];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        put(utf8, plain, i - plain);
        escape(b);
        plain = i + 1;
      }
    }
    put(utf8, plain, to - plain);
    put('"');
  }

  private void escape(byte b) {
    put('\\');
    switch (b) {
      case '"', '\\' -> put(b);
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      default -> {
        put('u');
        put('0');
        put('0');
        put(HEX[b >> 4]);
        put(HEX[b & 0xF]);
      }
    }
  }

  private void value(char begin) {
    comma();
    put(begin);
  }

  /** Between two values, or a value and the next key, there is nothing that opens. */
  private void comma() {
    if (end > start) {
      byte last = bytes[end - 1];
      if (last != '{' && last != '[' && last != ':') {
        put(',');
      }
    }
  }

  private void put(int b) {
    if (reserve(1)) {
      bytes[end++] = (byte) b;
    }
  }

  private void put(byte[] source, int from, int length) {
    if (reserve(length)) {
      System.arraycopy(source, from, bytes, end, length);
      end += length;
    }
  }

  private boolean reserve(int more) {
    if (tooLong || more > maxRowBytes - (end - start)) {
      tooLong = true;
      return false;
    }
    if (more > bytes.length - end) {
      long wanted = Math.max((long) end + more, bytes.length + (bytes.length >> 1));
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - Long.BYTES));
    }
    return true;
  }
}
