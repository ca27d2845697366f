package dev.assay.internal.format;

import dev.assay.internal.source.StoredInput;
import dev.assay.internal.source.TextInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of a text. */
final class TextRows implements RowSource {
  private static final byte[] LFS_POINTER =
      "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

  /** How many of a file's first bytes tell whether it is a pointer. */
  static final int LFS_POINTER_LENGTH = LFS_POINTER.length;

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
    requireData(window.bytes, window.end);
    return new TextRows(in, Sniffer.splitter(uri, options, in.firstOffset(), window));
  }

  /** A clone without its large files holds pointers in their place, which say nothing of them. */
  static void requireData(byte[] bytes, int end) throws UnreadableFileException {
    int length = LFS_POINTER_LENGTH;
    if (end >= length && Arrays.equals(bytes, 0, length, LFS_POINTER, 0, length)) {
      throw new UnreadableFileException("is a Git LFS pointer, not data: run git lfs pull", 1);
    }
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
  public boolean mayBeEmpty() {
    return splitter.mayBeEmpty();
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
