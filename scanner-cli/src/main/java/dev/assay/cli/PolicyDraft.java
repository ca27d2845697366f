package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.record.Turn;
import dev.assay.source.DataFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy for what lies in a folder, with the reasons beside the keys. */
final class PolicyDraft {
  /** More than a reader of the policy wants to see. */
  private static final int MOST_NAMED = 20;

  private static final String REST =
      """

      # The gate fails above this fraction of suspect records. 5 % of bad data was seen to change a model.
      fail-above: 5%

      # What is held against it: observed (as counted), estimate, lower or upper (limits of its interval).
      gate: observed

      # Thresholds of parts. The first pattern that names a file judges it; fail-above judges the others.
      # thresholds:
      #   paths:
      #     data/train/**: 1%
      #   families:
      #     secret: 0%
      #   severities:
      #     high: 2%

      # The most suspect records of a family that pass, whatever the fraction; off takes a limit away.
      # fail-count:
      #   persona: 9

      # Tolerated fraction of records that could not be scanned. Without it, one is too many.
      # max-malformed: 0.1%
      """;

  private PolicyDraft() {}

  static String of(Path folder, List<DataFile> files) throws ScanException {
    StringBuilder draft = new StringBuilder();
    draft.append(
        "# How the data of this repository are judged: docs/reference/policy.md of Assay.\n");
    draft.append("# Whoever may change this file decides what passes.\n");
    draft.append("version: 1\n\n");
    draft.append(
        String.format(
            Locale.ROOT,
            "# %,d dataset %s, %s:%n",
            files.size(),
            files.size() == 1 ? "file" : "files",
            size(files.stream().mapToLong(file -> Math.max(0, file.size())).sum())));
    Scanner scanner = Scanner.of(ScanConfig.builder(List.of("-")).build());
    for (DataFile file : files.subList(0, Math.min(MOST_NAMED, files.size()))) {
      String name = Errors.shown(file.uri());
      draft.append(
          String.format(
              Locale.ROOT,
              "#   %s  %s  %s%n",
              name,
              size(file.size()),
              turns(scanner, folder, file)));
    }
    if (files.size() > MOST_NAMED) {
      draft.append(String.format(Locale.ROOT, "#   and %,d more%n", files.size() - MOST_NAMED));
    }
    draft.append("sources: [").append(sources(files)).append("]\n");
    return draft.append(REST).toString();
  }

  /** The folders, or the files that lie in none. */
  private static String sources(List<DataFile> files) {
    Set<String> tops = new TreeSet<>();
    for (DataFile file : files) {
      int slash = file.uri().indexOf('/');
      tops.add(slash < 0 ? file.uri() : file.uri().substring(0, slash));
    }
    return tops.stream()
        .filter(top -> top.chars().noneMatch(Character::isISOControl))
        .map(top -> "'" + top.replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }

  /** Who speaks in the first record; where it is not recognised, what to do. */
  private static String turns(Scanner scanner, Path folder, DataFile file) {
    String path = folder.toAbsolutePath().resolve(file.uri()).toString();
    // The first line of a table names its columns.
    for (long line = 1; line <= 2; line++) {
      try {
        return scanner.explain(path, line).record().turns().stream()
            .map(Turn::role)
            .distinct()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
      } catch (ScanException e) {
        // The next line, or what stands below.
        continue;
      }
    }
    return "not recognised by its first record; a map may be needed";
  }

  private static String size(long bytes) {
    if (bytes < 1_000) {
      return Math.max(0, bytes) + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
