package dev.assay.internal.archive;

import java.util.Map;

/**
 * How much of an archive is read.
 *
 * @param maxBytes of all entries together, unpacked, those of archives inside it too
 * @param maxRatio unpacked bytes for each stored one; looked at where more than {@link #FREE_BYTES}
 *     are unpacked
 * @param maxEntries of any kind, those of archives inside it too
 * @param maxDepth how many archives may lie in one another
 */
public record ArchiveLimits(long maxBytes, long maxRatio, long maxEntries, long maxDepth) {
  /** What may be unpacked whatever the ratio. */
  static final long FREE_BYTES = 64L << 20;

  public ArchiveLimits {
    if (maxBytes < 1 || maxRatio < 1 || maxEntries < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("limits of archives are at least 1");
    }
  }

  /** 256 GiB, 500 to 1, 100,000 entries, three archives in one another. */
  public static ArchiveLimits standard() {
    return new ArchiveLimits(256L << 30, 500, 100_000, 3);
  }

  /**
   * The limits that the options {@code archive.max-bytes}, {@code archive.max-ratio}, {@code
   * archive.max-entries} and {@code archive.max-depth} set; standard where they set none.
   *
   * @throws IllegalArgumentException if one is no number of at least 1
   */
  public static ArchiveLimits of(Map<String, String> options) {
    ArchiveLimits standard = standard();
    return new ArchiveLimits(
        number(options, "archive.max-bytes", standard.maxBytes),
        number(options, "archive.max-ratio", standard.maxRatio),
        number(options, "archive.max-entries", standard.maxEntries),
        number(options, "archive.max-depth", standard.maxDepth));
  }

  private static long number(Map<String, String> options, String name, long standard) {
    String value = options.get(name);
    if (value == null) {
      return standard;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, not " + value, e);
    }
  }
}
