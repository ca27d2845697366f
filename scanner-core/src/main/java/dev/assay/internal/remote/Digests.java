package dev.assay.internal.remote;

import dev.assay.internal.digest.Hashes;
import dev.assay.source.SourceException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The digests of what was read so far. */
final class Digests {
  private record Expected(Checksum checksum, MessageDigest digest) {}

  private final MessageDigest sha256 = Hashes.sha256();
  private final List<Expected> others = new ArrayList<>();
  private final List<Checksum> pinned = new ArrayList<>();

  Digests(List<Checksum> expected, long size) {
    for (Checksum checksum : expected) {
      if (checksum.kind() == Checksum.Kind.SHA256) {
        pinned.add(checksum);
      } else {
        others.add(new Expected(checksum, checksum.kind().start(size)));
      }
    }
  }

  void update(byte[] buffer, int offset, int length) {
    sha256.update(buffer, offset, length);
    for (Expected other : others) {
      other.digest.update(buffer, offset, length);
    }
  }

  /** Of all bytes so far. */
  String sha256() {
    try {
      return Hashes.hex((MessageDigest) sha256.clone());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  /**
   * Compares with what is expected of the whole file; once.
   *
   * @throws SourceException if it is another file; names both digests
   */
  void verify() throws SourceException {
    for (Checksum checksum : pinned) {
      verify(checksum, sha256());
    }
    for (Expected other : others) {
      verify(other.checksum, Hashes.hex(other.digest));
    }
  }

  private static void verify(Checksum expected, String found) throws SourceException {
    if (!found.equals(expected.hex())) {
      throw new SourceException(
          "is not what the digest "
              + expected.by()
              + " promises: expected "
              + expected.kind().shown()
              + " "
              + expected.hex()
              + ", found "
              + found
              + ". Find out who changed it before you trust it");
    }
  }
}
