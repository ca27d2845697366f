package dev.assay.internal.remote;

import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A file behind a network. It is fetched each time that it is opened; the second time it must be
 * what it was the first time.
 */
public final class RemoteFile implements DataFile {
  private final String scheme;
  private final String uri;
  private final long size;
  private final Download download;
  private final List<Checksum> expected;
  private final Transfer transfer;
  private final AtomicReference<@Nullable String> before = new AtomicReference<>();

  /**
   * @param scheme what the names of settings for it begin with
   * @param uri its name in reports, free of secrets
   * @param size in bytes, or -1 if not known
   * @param expected digests that it must have
   */
  public RemoteFile(
      String scheme,
      String uri,
      long size,
      Download download,
      List<Checksum> expected,
      Transfer transfer) {
    this.scheme = scheme;
    this.uri = uri;
    this.size = size;
    this.download = download;
    this.expected = List.copyOf(expected);
    this.transfer = transfer;
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public long size() {
    return size;
  }

  /** Never fails itself: what fails is told by the first read. */
  @Override
  public InputStream open() {
    return new RemoteInput(this);
  }

  String scheme() {
    return scheme;
  }

  Download download() {
    return download;
  }

  List<Checksum> expected() {
    return expected;
  }

  Transfer transfer() {
    return transfer;
  }

  /** Compares what was read with what was read the first time. */
  void verifySame(String sha256) throws SourceException {
    if (!before.compareAndSet(null, sha256) && !sha256.equals(before.get())) {
      throw new SourceException("changed after it was read first: scan it again");
    }
  }
}
