package dev.assay.internal.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How a file is compressed: told by its first bytes, not by its name. */
enum Compression {
  NONE("") {
    @Override
    InputStream decode(InputStream in) {
      return in;
    }
  },
  GZIP(".gz") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .get();
    }
  },
  ZSTD(".zst") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return new ZstdInputStream(in);
    }
  },
  BZIP2(".bz2") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, true);
    }
  },
  XZ(".xz") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return XZCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .setMemoryLimitKiB(XZ_MEMORY_KIB)
          .get();
    }
  };

  /** How many bytes {@link #of} looks at. */
  static final int MAGIC = 10;

  /** Enough for xz -9, which takes 65 MiB. */
  private static final int XZ_MEMORY_KIB = 96 * 1024;

  private final String extension;

  Compression(String extension) {
    this.extension = extension;
  }

  /** The end of such a file's name, with its dot; empty for none. */
  String extension() {
    return extension;
  }

  /**
   * The stream of decompressed bytes. Whatever the library throws on bad data, it throws while
   * reading.
   */
  abstract InputStream decode(InputStream in) throws IOException;

  /** The compression whose mark the bytes begin with. */
  static Compression of(byte[] b, int length) {
    if (length >= 3 && is(b, 0x1F, 0x8B, 0x08)) {
      return GZIP;
    }
    if (length >= 4 && (is(b, 0x28, 0xB5, 0x2F, 0xFD) || isSkippableFrame(b))) {
      return ZSTD;
    }
    if (length >= 6 && is(b, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    return length >= MAGIC && isBzip2(b) ? BZIP2 : NONE;
  }

  private static boolean isSkippableFrame(byte[] b) {
    return (b[0] & 0xF0) == 0x50 && b[1] == 0x2A && b[2] == 0x4D && b[3] == 0x18;
  }

  private static boolean isBzip2(byte[] b) {
    // "BZh" and a digit could begin a text; the mark of a block, or of the end, could not.
    return is(b, 'B', 'Z', 'h')
        && ((b[4] == 0x31 && b[5] == 0x41 && b[6] == 0x59)
            || (b[4] == 0x17 && b[5] == 0x72 && b[6] == 0x45));
  }

  private static boolean is(byte[] b, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if ((b[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
