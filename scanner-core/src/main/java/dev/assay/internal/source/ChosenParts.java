package dev.assay.internal.source;

import dev.assay.internal.card.DatasetCard;
import dev.assay.internal.card.DatasetCard.Part;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which configurations and splits of a dataset are to be scanned.
 *
 * @param configs all, if empty
 * @param splits all, if empty
 */
public record ChosenParts(Set<String> configs, Set<String> splits) {
  private static final int LARGEST_README = 4 << 20;

  /** Those that the options {@code hf.config} and {@code hf.split} name, commas between them. */
  public static ChosenParts of(Map<String, String> options) {
    return new ChosenParts(names(options, "hf.config"), names(options, "hf.split"));
  }

  private static Set<String> names(Map<String, String> options, String option) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : options.getOrDefault(option, "").split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  /** Whether nobody chose, so that every file is scanned. */
  public boolean isAll() {
    return configs.isEmpty() && splits.isEmpty();
  }

  /**
   * The files of the chosen parts.
   *
   * @param names of the parts, for people
   */
  public record Chosen(List<NameGlob> files, String names) {
    /** Whether a file is of one of the parts, by its path within the dataset. */
    public boolean has(String path) {
      return files.stream().anyMatch(glob -> glob.matches(path));
    }

    /** What to say if the dataset has none of the files. */
    public SourceException missing() {
      return new SourceException(
          "has none of the files that its README names for " + names + ": check the README");
    }
  }

  /**
   * Chooses by what a README says.
   *
   * @throws SourceException if it cannot be read, or does not have what is wanted; says why
   */
  public Chosen in(String readme) throws SourceException {
    List<NameGlob> files = new ArrayList<>();
    List<Part> parts = DatasetCard.parse(readme).choose(configs, splits);
    try {
      parts.forEach(part -> part.files().forEach(pattern -> files.add(NameGlob.of(pattern))));
    } catch (IllegalArgumentException e) {
      throw new SourceException(
          "has a README whose configurations cannot be read: " + e.getMessage(), e);
    }
    return new Chosen(
        List.copyOf(files),
        parts.stream()
            .map(part -> part.config() + "/" + part.split())
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  /** Chooses by the README in a folder. */
  Chosen in(Path folder) throws IOException {
    Path readme = folder.resolve(DatasetCard.FILE);
    if (!Files.isRegularFile(readme, LinkOption.NOFOLLOW_LINKS)) {
      throw none();
    }
    try (InputStream in = Files.newInputStream(readme)) {
      byte[] bytes = in.readNBytes(LARGEST_README + 1);
      if (bytes.length > LARGEST_README) {
        throw new SourceException("has a README larger than 4 MiB, which is the limit");
      }
      return in(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** What to say of a dataset without a README. */
  public static SourceException none() {
    return new SourceException(
        "has no README that names configurations and splits: choose files with --include");
  }
}
