package dev.assay.internal.format;

import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.source.DocumentNames.TextKind;

/**
 * Cuts a text into records: at headings of Markdown, and at blank lines where a record would become
 * long. What lies in a fence stays together. Only the lines that end in the window are looked at.
 */
final class SectionSplitter extends RowSplitter {
  /** Long enough for a page; a longer record goes on to its next blank line. */
  private static final int LONG_TEXT = 20_000;

  /** Code is cut only where a file is larger than what people write: it is judged as a whole. */
  private static final int LONG_CODE = 1 << 18;

  private static final int MOST_MARKS = 6;

  private final TextKind kind;
  private final int enough;
  private final RowFormat format = new Sections();
  private long line = 1;

  /** Places in the text, since the window moves. */
  private long lineStart;

  private long recordStart;
  private long lastEnd;
  private long recordLine;
  private boolean begun;
  private byte fence;
  private int fenceLength;

  SectionSplitter(
      String uri, ReadOptions options, long firstOffset, ByteWindow window, TextKind kind) {
    super(uri, options.maxRecordBytes(), firstOffset, window);
    this.kind = kind;
    this.enough = kind == TextKind.CODE ? LONG_CODE : LONG_TEXT;
  }

  @Override
  String name() {
    return switch (kind) {
      case MARKDOWN -> "markdown";
      case CODE -> "code";
      case PLAIN, NOTEBOOK -> "text";
    };
  }

  @Override
  RowFormat format() {
    return format;
  }

  @Override
  boolean mayBeEmpty() {
    return true;
  }

  @Override
  void scan(ByteWindow window) {
    for (int i = window.at; i < window.end; i++) {
      if (window.bytes[i] == '\n') {
        line(window, i);
        line++;
        lineStart = window.before + i + 1;
      }
    }
    window.at = window.end;
    inRow = begun || tooLong || lineStart < window.before + window.end;
    keep = tooLong ? window.end : index(window, begun ? recordStart : lineStart);
  }

  @Override
  void finish(ByteWindow window) {
    line(window, window.end);
    close(window);
  }

  /** Where a place is in the window; its beginning if that is behind it already. */
  private static int index(ByteWindow window, long place) {
    return (int) Math.max(0, place - window.before);
  }

  /** Looks at a line without its line break. */
  private void line(ByteWindow window, int end) {
    byte[] bytes = window.bytes;
    int start = index(window, lineStart);
    int last = end;
    while (last > start && isBlank(bytes[last - 1])) {
      last--;
    }
    int first = start;
    while (first < last && isBlank(bytes[first])) {
      first++;
    }
    // Of a line that is too long nothing is left to look at.
    if (first == last && (begun || !tooLong)) {
      if (fenceLength == 0 && lastEnd - recordStart >= enough) {
        close(window);
      }
      return;
    }
    if (kind == TextKind.MARKDOWN) {
      if (fenceLength == 0 && isHeading(bytes, first, last)) {
        close(window);
      }
      fence(bytes, first, last);
    }
    if (!begun) {
      begun = true;
      recordStart = lineStart;
      recordLine = line;
    }
    lastEnd = window.before + last;
  }

  private void close(ByteWindow window) {
    if (begun) {
      row(index(window, recordStart), index(window, lastEnd), recordLine, 1);
      begun = false;
    }
  }

  private static boolean isHeading(byte[] bytes, int first, int last) {
    int marks = 0;
    while (first + marks < last && bytes[first + marks] == '#') {
      marks++;
    }
    return marks >= 1
        && marks <= MOST_MARKS
        && (first + marks == last || isBlank(bytes[first + marks]));
  }

  /** A fence closes with at least as many of the marks that opened it, and nothing else. */
  private void fence(byte[] bytes, int first, int last) {
    byte mark = first < last ? bytes[first] : 0;
    if (mark != '`' && mark != '~') {
      return;
    }
    int length = 0;
    while (first + length < last && bytes[first + length] == mark) {
      length++;
    }
    if (fenceLength == 0 && length >= 3) {
      fence = mark;
      fenceLength = length;
    } else if (mark == fence && length >= fenceLength && first + length == last) {
      fenceLength = 0;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\r' || b == '\t' || b == '\f';
  }

  /** Records that are a stretch of the file. */
  private static final class Sections implements RowFormat {
    @Override
    public RowDecoder newDecoder() {
      PlainText plain = new PlainText();
      return (bytes, start, end) -> plain.turns(bytes, start, end, PlainText.COLUMN);
    }

    @Override
    public ValueLocator locator() {
      return PlainText.LOCATOR;
    }

    @Override
    public void count(byte[] bytes, int start, int end, KeyCensus census) {
      // A text has no keys.
    }
  }
}
