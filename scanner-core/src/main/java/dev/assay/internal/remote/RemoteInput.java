package dev.assay.internal.remote;

import dev.assay.internal.digest.Hashes;
import dev.assay.internal.remote.Download.Part;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a remote file as one stream: after a cut it goes on where it was, and at the end it
 * knows that it had all of the file and that the file is the right one. Read by one thread.
 */
final class RemoteInput extends InputStream {
  /** So much without a failure, and the next one is the first of its row. */
  private static final long RECOVERED = 1 << 20;

  private final RemoteFile file;
  private final Transfer transfer;
  private final Attempts attempts;
  private final Digests digests;
  private @Nullable InputStream in;
  private long at;
  private long total = -1;
  private long failedAt;
  private boolean ended;

  RemoteInput(RemoteFile file) {
    this.file = file;
    this.transfer = file.transfer();
    this.attempts = new Attempts(transfer);
    this.digests = new Digests(file.expected(), file.size());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      try {
        int n = part().read(buffer, offset, length);
        if (n >= 0) {
          return advance(buffer, offset, n);
        }
        atEnd();
      } catch (SourceException e) {
        close();
        throw e;
      } catch (IOException e) {
        close();
        failedAt = at;
        attempts.failed(e, ", " + at + " bytes were read");
      }
    }
    return -1;
  }

  private int advance(byte[] buffer, int offset, int n) throws SourceException {
    at += n;
    withinLimit(at);
    if (file.size() >= 0 && at > file.size()) {
      throw anotherSize("more than " + file.size());
    }
    digests.update(buffer, offset, n);
    if (at - failedAt >= RECOVERED) {
      attempts.recovered();
    }
    return n;
  }

  private void atEnd() throws IOException {
    if (total >= 0 && at != total) {
      throw new TransientFailure(
          "the connection ended after " + at + " of " + total + " bytes", null);
    }
    close();
    ended = true;
    if (file.size() >= 0 && at != file.size()) {
      throw anotherSize(Long.toString(at));
    }
    digests.verify();
    file.verifySame(digests.sha256());
  }

  private InputStream part() throws IOException {
    InputStream open = in;
    if (open == null) {
      Part part = file.download().open(at);
      open = ReadAhead.start(part.in(), part.abort(), transfer.timeout());
      in = open;
      if (total >= 0 && part.total() >= 0 && part.total() != total) {
        throw changed();
      }
      total = part.total() >= 0 ? part.total() : total;
      withinLimit(total);
      if (total >= 0 && file.size() >= 0 && total != file.size()) {
        throw anotherSize(Long.toString(total));
      }
      skip(open, part.from());
    }
    return open;
  }

  /** Reads again what was read before, and makes sure that it is the same. */
  private void skip(InputStream open, long from) throws IOException {
    if (from == at) {
      return;
    }
    if (from != 0) {
      throw new SourceException(
          "cannot be read: the server sent other bytes than it was asked for");
    }
    MessageDigest again = Hashes.sha256();
    byte[] buffer = new byte[1 << 14];
    long left = at;
    while (left > 0) {
      int n = open.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new TransientFailure("the connection ended after " + (at - left) + " bytes", null);
      }
      again.update(buffer, 0, n);
      left -= n;
    }
    if (!Hashes.hex(again).equals(digests.sha256())) {
      throw changed();
    }
  }

  private SourceException anotherSize(String found) {
    return new SourceException(
        "has another size than promised: "
            + found
            + " bytes in place of "
            + file.size()
            + ". Find out who changed it before you trust it");
  }

  private static SourceException changed() {
    return new SourceException("changed while it was read: scan it again");
  }

  private void withinLimit(long bytes) throws SourceException {
    if (bytes > transfer.maxBytes()) {
      throw new SourceException(
          "is larger than the limit of "
              + transfer.maxBytes()
              + " bytes: raise it with --source-option "
              + file.scheme()
              + ".max-bytes=BYTES");
    }
  }

  @Override
  public void close() throws IOException {
    InputStream open = in;
    in = null;
    if (open != null) {
      open.close();
    }
  }
}
