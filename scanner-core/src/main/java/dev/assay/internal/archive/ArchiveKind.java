package dev.assay.internal.archive;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of archive a file is. */
public enum ArchiveKind {
  ZIP(List.of(".zip")),
  TAR(
      List.of(
          ".tar", ".tar.gz", ".tgz", ".tar.zst", ".tzst", ".tar.xz", ".txz", ".tar.bz2", ".tbz2")),
  SEVEN_Z(List.of(".7z"));

  /** How many of a file's first bytes, decompressed, {@link #ofHead} needs. */
  public static final int HEAD = 512;

  private static final int TAR_MARK = 257;

  private final List<String> extensions;

  ArchiveKind(List<String> extensions) {
    this.extensions = extensions;
  }

  /** By the end of the file's name; null if it is not that of an archive. */
  public static @Nullable ArchiveKind ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (ArchiveKind kind : values()) {
      if (kind.extensions.stream().anyMatch(lower::endsWith)) {
        return kind;
      }
    }
    return null;
  }

  /** By a file's first bytes, decompressed; null if it is no archive. */
  public static @Nullable ArchiveKind ofHead(byte[] head) {
    if (begins(head, 0, 'P', 'K', 3, 4) || begins(head, 0, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (begins(head, 0, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return SEVEN_Z;
    }
    return begins(head, TAR_MARK, 'u', 's', 't', 'a', 'r') ? TAR : null;
  }

  private static boolean begins(byte[] head, int at, int... mark) {
    if (head.length < at + mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[at + i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
