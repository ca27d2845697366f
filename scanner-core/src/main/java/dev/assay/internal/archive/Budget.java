package dev.assay.internal.archive;

import dev.assay.source.SourceException;

/** What may still be unpacked of one archive and of all archives in it. For one thread. */
final class Budget {
  private final ArchiveLimits limits;
  private long entries;
  private long bytes;

  Budget(ArchiveLimits limits) {
    this.limits = limits;
  }

  void entry() throws SourceException {
    if (++entries > limits.maxEntries()) {
      throw new SourceException(
          "has more than "
              + limits.maxEntries()
              + " entries; the rest was not scanned (archive.max-entries sets the limit)");
    }
  }

  void bytes(long more) throws SourceException {
    bytes += more;
    if (bytes < 0 || bytes > limits.maxBytes()) {
      throw new SourceException(
          "comes to more than "
              + limits.maxBytes()
              + " bytes when unpacked; the rest was not scanned (archive.max-bytes sets the limit)");
    }
  }

  /** Whether so few bytes may become so many. */
  void ratio(long stored, long unpacked) throws SourceException {
    if (unpacked > ArchiveLimits.FREE_BYTES
        && unpacked / Math.max(stored, 1) >= limits.maxRatio()) {
      throw new SourceException(
          "is compressed more than "
              + limits.maxRatio()
              + " to 1, as bombs are, and was not scanned (archive.max-ratio sets the limit)");
    }
  }

  long depth() {
    return limits.maxDepth();
  }
}
