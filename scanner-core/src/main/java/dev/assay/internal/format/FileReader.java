package dev.assay.internal.format;

import dev.assay.internal.source.IoMessages;
import dev.assay.internal.source.TextInput;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one file: opens it, finds out its format, and turns failures into what is
 * unscanned.
 */
final class FileReader implements ChunkReader {
  private final DataFile file;
  private final ReadOptions options;
  private volatile @Nullable TextInput in;
  private @Nullable RowSplitter splitter;
  private @Nullable String sha256;
  private long rowsRead;
  private boolean ended;

  FileReader(DataFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  @Override
  public @Nullable Chunk next() {
    if (ended) {
      return null;
    }
    try {
      RowSplitter rows = splitter;
      if (rows == null) {
        rows = open();
        splitter = rows;
      }
      RowChunk chunk = rows.next();
      if (chunk == null) {
        return atEnd();
      }
      if (rowsRead == 0) {
        FirstLook.requireKnownSchema(chunk, options);
      }
      rowsRead += chunk.rows();
      return chunk;
    } catch (IOException e) {
      ended = true;
      return problem(e);
    }
  }

  private RowSplitter open() throws IOException {
    TextInput text = TextInput.open(file, options.digested());
    in = text;
    ByteWindow window = new ByteWindow(text, options.chunkBytes());
    window.advance(0, false);
    return Sniffer.splitter(file.uri(), options, text.firstOffset(), window);
  }

  private @Nullable Chunk atEnd() throws IOException {
    ended = true;
    TextInput text = in;
    if (text != null) {
      sha256 = text.finishDigest();
    }
    return rowsRead > 0
        ? null
        : new ProblemChunk(
            new Unscanned(Unscanned.Kind.FILE, file.uri(), 0, 0, "The file holds no records."));
  }

  private ProblemChunk problem(IOException e) {
    long line = e instanceof UnreadableFileException broken ? broken.line() : 0;
    String what =
        e instanceof UnreadableFileException ? String.valueOf(e.getMessage()) : IoMessages.of(e);
    String read =
        rowsRead == 0
            ? ""
            : " " + rowsRead + (rowsRead == 1 ? " record was" : " records were") + " read before.";
    return new ProblemChunk(
        new Unscanned(Unscanned.Kind.FILE, file.uri(), 0, line, "The file " + what + "." + read));
  }

  @Override
  public long bytesRead() {
    TextInput text = in;
    return text == null ? 0 : text.bytesRead();
  }

  @Override
  public @Nullable String sha256() {
    return sha256;
  }

  @Override
  public String format() {
    TextInput text = in;
    RowSplitter rows = splitter;
    return text == null || rows == null ? "" : rows.name() + text.compressionSuffix();
  }

  @Override
  public void close() {
    ended = true;
    TextInput text = in;
    if (text != null) {
      try {
        text.close();
      } catch (IOException e) {
        // Everything that was wanted has been read; a failing close loses nothing.
        return;
      }
    }
  }
}
