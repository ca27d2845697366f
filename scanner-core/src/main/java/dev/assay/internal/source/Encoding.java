package dev.assay.internal.source;

import java.io.IOException;
import java.io.InputStream;

/** The encoding of a text: UTF-8 unless a byte order mark, or the NULs of UTF-16, say otherwise. */
enum Encoding {
  UTF_8(0),
  UTF_8_MARKED(3),
  UTF_16LE(0),
  UTF_16LE_MARKED(2),
  UTF_16BE(0),
  UTF_16BE_MARKED(2),
  UTF_32(4);

  private final int markLength;

  Encoding(int markLength) {
    this.markLength = markLength;
  }

  int markLength() {
    return markLength;
  }

  boolean isUtf8() {
    return this == UTF_8 || this == UTF_8_MARKED;
  }

  /** The encoding of a text that begins with these bytes, of which there may be fewer than four. */
  static Encoding of(byte[] b) {
    int first = at(b, 0);
    int second = at(b, 1);
    int third = at(b, 2);
    int fourth = at(b, 3);
    if (first == 0xFF && second == 0xFE) {
      return third == 0 && fourth == 0 ? UTF_32 : UTF_16LE_MARKED;
    }
    if (first == 0 && second == 0 && third == 0xFE && fourth == 0xFF) {
      return UTF_32;
    }
    if (first == 0xFE && second == 0xFF) {
      return UTF_16BE_MARKED;
    }
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      return UTF_8_MARKED;
    }
    // The first two characters of any dataset are ASCII, and never NUL.
    if (first > 0 && second == 0 && third > 0 && fourth == 0) {
      return UTF_16LE;
    }
    return first == 0 && second > 0 && third == 0 && fourth > 0 ? UTF_16BE : UTF_8;
  }

  InputStream decode(InputStream in) throws IOException {
    return switch (this) {
      case UTF_8, UTF_8_MARKED -> in;
      case UTF_16LE, UTF_16LE_MARKED -> new Utf16Input(in, true);
      case UTF_16BE, UTF_16BE_MARKED -> new Utf16Input(in, false);
      case UTF_32 ->
          throw new DamagedDataException(
              "is UTF-32, which is not read: convert it to UTF-8 (iconv -f UTF-32 -t UTF-8)", null);
    };
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }
}
