package dev.assay.internal.format;

import dev.assay.internal.source.DatasetNames;
import dev.assay.internal.source.DocumentNames;
import dev.assay.internal.source.DocumentNames.TextKind;

/**
 * Finds out a file's format. Its name is a hint; what it begins with decides between one value a
 * line and one for the file, because both are called {@code .json} and {@code .jsonl} alike.
 */
final class Sniffer {
  private static final int ENOUGH = 1 << 16;
  private static final byte[] DELIMITERS = {',', '\t', ';', '|'};

  private final byte[] bytes;
  private final int end;
  private final String extension;
  private final int first;

  private Sniffer(byte[] bytes, int end, String extension) {
    this.bytes = bytes;
    this.end = end;
    this.extension = extension;
    this.first = nonBlank(0);
  }

  /** The splitter for a file whose first bytes are in the window. */
  static RowSplitter splitter(String uri, ReadOptions options, long firstOffset, ByteWindow window)
      throws UnreadableFileException {
    while (window.end < ENOUGH && !window.last) {
      window.advance(0, false);
    }
    Sniffer sniffer = new Sniffer(window.bytes, window.end, DatasetNames.format(uri));
    TextKind document = DocumentNames.textKindOf(uri);
    if (document == TextKind.NOTEBOOK) {
      return new NotebookSplitter(uri, options, firstOffset, window);
    }
    if (document != null && !(document == TextKind.PLAIN && sniffer.looksLikeData())) {
      return new SectionSplitter(uri, options, firstOffset, window, document);
    }
    if (sniffer.isTable()) {
      return new CsvSplitter(uri, options, firstOffset, window, sniffer.delimiter());
    }
    return sniffer.isOneValuePerLine()
        ? new JsonlSplitter(uri, options, firstOffset, window)
        : new JsonSplitter(uri, options, firstOffset, window);
  }

  private boolean isTable() throws UnreadableFileException {
    byte begin = first < end ? bytes[first] : (byte) '{';
    return switch (extension) {
      case ".csv", ".tsv" -> first < end && !isObjectStart();
      case ".json", ".jsonl", ".ndjson" -> false;
      default -> begin != '{' && begin != '[' && isUnnamedTable();
    };
  }

  /** Datasets are called {@code .txt} too: JSON, and tables whose cells stand behind tabs. */
  private boolean looksLikeData() {
    return first < end
        && (isObjectStart()
            || (bytes[first] == '[' && isListOfValues())
            || contains((byte) '\t', first, lineEnd(first)));
  }

  private boolean isListOfValues() {
    int next = nonBlank(first + 1);
    return next < end && (bytes[next] == '{' || bytes[next] == '[');
  }

  private boolean isObjectStart() {
    int next = nonBlank(first + 1);
    return bytes[first] == '{' && next < end && bytes[next] == '"';
  }

  private boolean isUnnamedTable() throws UnreadableFileException {
    int line = lineEnd(first);
    for (int i = first; i < line; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        break;
      }
      for (byte delimiter : DELIMITERS) {
        if (bytes[i] == delimiter) {
          return true;
        }
      }
    }
    throw new UnreadableFileException(
        "is in no format that is read: JSONL, JSON, CSV and TSV are, also compressed with gzip, zstd, bzip2 or xz",
        0);
  }

  /** The delimiter of the header: what the name says, unless the header has none of it. */
  private byte delimiter() {
    int line = lineEnd(first);
    byte best = extension.equals(".tsv") ? (byte) '\t' : (byte) ',';
    if (contains(best, first, line)) {
      return best;
    }
    for (byte delimiter : DELIMITERS) {
      if (contains(delimiter, first, line)) {
        return delimiter;
      }
    }
    return best;
  }

  private boolean isOneValuePerLine() {
    boolean named = extension.equals(".jsonl") || extension.equals(".ndjson");
    if (first >= end) {
      return true;
    }
    int line = lineEnd(first);
    int last = lastNonBlank(first, line);
    if (bytes[first] == '[') {
      int next = nonBlank(line);
      return bytes[last] == ']'
          && last > first
          && next < end
          && (bytes[next] == '{' || bytes[next] == '[');
    }
    if (named) {
      return last > first || bytes[first] != '{';
    }
    return mostLinesAreObjects(isObject(first, last));
  }

  private boolean mostLinesAreObjects(boolean firstIs) {
    int lines = 0;
    int objects = 0;
    for (int i = first; i < end; i = nonBlank(lineEnd(i))) {
      int stop = lineEnd(i);
      if (stop == end && lines > 0) {
        // The last line may be cut off.
        objects += bytes[i] == '{' ? 1 : 0;
      } else {
        objects += isObject(i, lastNonBlank(i, stop)) ? 1 : 0;
      }
      lines++;
    }
    return objects >= 2 && (firstIs || 2 * objects > lines);
  }

  /** Whether an object begins at the first of these bytes and ends at the last, as brackets go. */
  private boolean isObject(int from, int to) {
    int depth = 0;
    boolean inText = false;
    for (int i = from; i <= to; i++) {
      byte b = bytes[i];
      if (inText) {
        i += b == '\\' ? 1 : 0;
        inText = b != '"';
      } else if (b == '"') {
        inText = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
        if (depth == 0 && i < to) {
          return false;
        }
      }
    }
    return depth == 0 && bytes[from] == '{' && bytes[to] == '}';
  }

  private boolean contains(byte wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < end && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private int nonBlank(int from) {
    int i = from;
    while (i < end && isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  private int lastNonBlank(int from, int to) {
    int i = to - 1;
    while (i > from && isBlank(bytes[i])) {
      i--;
    }
    return i;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
