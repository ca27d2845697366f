package dev.assay.internal.format;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** The ways in which a file may be compressed. */
enum Compressed {
  GZ {
    @Override
    OutputStream over(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  ZST {
    @Override
    OutputStream over(OutputStream out) throws IOException {
      // As the zstd program does: without it, damage may go unseen.
      return new ZstdOutputStream(out).setChecksum(true);
    }
  },
  BZ2 {
    @Override
    OutputStream over(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out);
    }
  },
  XZ {
    @Override
    OutputStream over(OutputStream out) throws IOException {
      return new XZCompressorOutputStream(out);
    }
  };

  abstract OutputStream over(OutputStream out) throws IOException;

  byte[] of(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressor = over(out)) {
      compressor.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
