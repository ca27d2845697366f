package dev.assay.internal.format;

import dev.assay.internal.source.TextInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stretch of a file's text that moves forward and grows where a record needs it. */
final class ByteWindow {
  private static final int LARGEST_STEP = 8 << 20;

  private final TextInput in;
  private final int chunkBytes;

  /** Replaced, not overwritten, once handed to a chunk. */
  byte[] bytes;

  /** The next byte to look at. */
  int at;

  /** One past the last byte there is. */
  int end;

  /** How many bytes of the text lie before the window. */
  long before;

  /** Whether there is no more behind the window. */
  boolean last;

  /** Why there is no more, if that is not the file's end. What was read before is good. */
  @Nullable IOException failure;

  ByteWindow(TextInput in, int chunkBytes) {
    this.in = in;
    this.chunkBytes = chunkBytes;
    this.bytes = new byte[chunkBytes];
  }

  /**
   * Drops what lies before an index and reads more behind.
   *
   * @param keep first byte to keep; indices shift by it
   * @param handedOver whether the bytes were handed to a chunk and must stay as they are
   */
  void advance(int keep, boolean handedOver) {
    int kept = end - keep;
    int room = Math.max(chunkBytes, Math.min(kept, LARGEST_STEP));
    byte[] target = bytes;
    if (kept + room > bytes.length || handedOver) {
      target = new byte[kept == 0 ? chunkBytes : kept + room];
    }
    System.arraycopy(bytes, keep, target, 0, kept);
    bytes = target;
    before += keep;
    at -= keep;
    end = kept;
    fill();
  }

  private void fill() {
    try {
      while (end < bytes.length && !last) {
        int n = in.read(bytes, end, bytes.length - end);
        last = n < 0;
        end += Math.max(n, 0);
      }
    } catch (IOException e) {
      failure = e;
      last = true;
    }
  }
}
