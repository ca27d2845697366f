package dev.assay.internal.locate;

import dev.assay.record.Origin;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import java.util.Objects;

/**
 * A record's place in its file. It keeps the bytes of the record's chunk alive for as long as it is
 * held itself.
 */
public final class RecordOrigin implements Origin {
  private final String uri;
  private final long row;
  private final TextPlace start;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final ValueLocator values;

  /**
   * @param start where the record's first byte lies in the file
   * @param bytes the chunk
   * @param from the record's first byte in it
   * @param to one past the last
   */
  public RecordOrigin(
      String uri, long row, TextPlace start, byte[] bytes, int from, int to, ValueLocator values) {
    this.uri = uri;
    this.row = row;
    this.start = start;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.values = values;
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public long line() {
    return start.line();
  }

  @Override
  public Region region() {
    return region(new ByteSpan(from, to));
  }

  @Override
  public Region region(Turn turn, int begin, int end) {
    Objects.checkFromToIndex(begin, end, turn.text().length());
    int offset = turn.offset();
    return region(values.locate(bytes, from, to, turn.field(), offset + begin, offset + end));
  }

  private Region region(ByteSpan span) {
    TextPlace first = start.after(bytes, from, span.start());
    int last = span.end();
    boolean endsLine = last > span.start() && bytes[last - 1] == '\n';
    // One past a line's end is still on that line.
    TextPlace end = first.after(bytes, span.start(), endsLine ? last - 1 : last);
    long length = first.offset() < 0 ? -1 : last - span.start();
    return new Region(
        first.line(),
        first.column(),
        end.line(),
        endsLine ? end.column() + 1 : end.column(),
        first.offset(),
        length);
  }
}
