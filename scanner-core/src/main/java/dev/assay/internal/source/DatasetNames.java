package dev.assay.internal.source;

import dev.assay.internal.archive.ArchiveKind;
import java.util.List;
import java.util.Locale;

/** What a file's name says about what is in it. */
public final class DatasetNames {
  private static final List<String> FORMATS =
      List.of(".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".arrow", ".feather");

  private DatasetNames() {}

  /** Whether a file of this name may hold files of a dataset. */
  public static boolean isArchive(String name) {
    return ArchiveKind.ofName(name) != null;
  }

  /** Whether a file of this name, found in a folder, is part of a dataset. */
  public static boolean isDataset(String name) {
    return FORMATS.contains(format(name));
  }

  /**
   * The end of the name that tells its format, with its dot, lower case; empty if there is none.
   */
  public static String format(String name) {
    String bare = withoutQuery(name).toLowerCase(Locale.ROOT);
    for (Compression compression : Compression.values()) {
      if (compression != Compression.NONE && bare.endsWith(compression.extension())) {
        bare = bare.substring(0, bare.length() - compression.extension().length());
        break;
      }
    }
    int dot = bare.lastIndexOf('.');
    return dot > bare.lastIndexOf('/') ? bare.substring(dot) : "";
  }

  /** A file may have a question mark in its name; in an address it begins a query. */
  private static String withoutQuery(String name) {
    int query = name.contains("://") ? name.lastIndexOf('?') : -1;
    return query < 0 ? name : name.substring(0, query);
  }
}
