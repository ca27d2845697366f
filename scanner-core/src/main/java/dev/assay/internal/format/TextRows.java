package dev.assay.internal.format;

import dev.assay.internal.source.StoredInput;
import dev.assay.internal.source.TextInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a text. */
final class TextRows implements RowSource {
  private final TextInput in;
  private final RowSplitter splitter;

  private TextRows(TextInput in, RowSplitter splitter) {
    this.in = in;
    this.splitter = splitter;
  }

  static TextRows open(String uri, ReadOptions options, StoredInput stored) throws IOException {
    TextInput in = TextInput.of(stored);
    ByteWindow window = new ByteWindow(in, options.chunkBytes());
    window.advance(0, false);
    return new TextRows(in, Sniffer.splitter(uri, options, in.firstOffset(), window));
  }

  @Override
  public @Nullable RowChunk next() throws IOException {
    return splitter.next();
  }

  @Override
  public String format() {
    return splitter.name() + in.compressionSuffix();
  }

  @Override
  public long bytesRead() {
    return in.bytesRead();
  }

  @Override
  public @Nullable String finish() throws IOException {
    return in.finishDigest();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
