package dev.assay.columnar.parquet;

import com.github.luben.zstd.Zstd;
import dev.assay.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Decompresses pages. */
final class Codec {
  private Codec() {}

  /**
   * Decompresses a page, or what of it is compressed.
   *
   * @param length what it must come to, within the limits
   */
  static byte[] decompress(CompressionCodec codec, byte[] bytes, int from, int size, int length)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes, from, size);
    return switch (codec) {
      case SNAPPY -> SnappyBlock.decompress(bytes, from, size, length);
      case GZIP -> exactly(new GZIPInputStream(in), length);
      case LZ4_RAW -> exactly(new BlockLZ4CompressorInputStream(in), length);
      case ZSTD -> zstd(bytes, from, size, length);
      default ->
          throw new SourceException(
              "is compressed with "
                  + codec
                  + ", which is not supported: write it with snappy, gzip, zstd or lz4_raw");
    };
  }

  private static byte[] zstd(byte[] bytes, int from, int size, int length) throws IOException {
    byte[] out = new byte[length];
    long n = Zstd.decompressByteArray(out, 0, length, bytes, from, size);
    if (Zstd.isError(n) || n != length) {
      throw new IOException("a page cannot be decompressed");
    }
    return out;
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    try (in) {
      byte[] out = in.readNBytes(length);
      if (out.length != length || in.read() >= 0) {
        throw new IOException("a page has another size than it claims");
      }
      return out;
    }
  }
}
