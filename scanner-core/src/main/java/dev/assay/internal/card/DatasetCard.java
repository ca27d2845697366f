package dev.assay.internal.card;

import dev.assay.internal.yaml.YamlException;
import dev.assay.internal.yaml.YamlNode;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlNode.Scalar;
import dev.assay.internal.yaml.YamlNode.Sequence;
import dev.assay.internal.yaml.YamlTree;
import dev.assay.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the README of a dataset says of its parts. Source: the hub's documentation,
 * https://huggingface.co/docs/hub/datasets-manual-configuration.
 *
 * @param parts each split of each configuration, in the README's order
 */
public record DatasetCard(List<Part> parts) {
  /** The name of the file that holds it. */
  public static final String FILE = "README.md";

  private static final Pattern FRONT =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\R(.*?)^---[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);

  /**
   * A split of a configuration.
   *
   * @param files patterns, as in {@code .gitignore}, of the files that are of it
   */
  public record Part(String config, String split, List<String> files) {}

  /**
   * Reads a README.
   *
   * @throws SourceException if what stands before its text cannot be read; says why
   */
  public static DatasetCard parse(String readme) throws SourceException {
    Matcher front = FRONT.matcher(readme);
    List<Part> parts = new ArrayList<>();
    if (front.find() && !front.group(1).isBlank()) {
      try {
        YamlNode root = YamlTree.parse(front.group(1));
        for (Mapping config : maps(value(root, "configs"))) {
          add(config, parts);
        }
      } catch (YamlException | IllegalArgumentException e) {
        throw new SourceException(
            "has a README whose configurations cannot be read: " + e.getMessage(), e);
      }
    }
    return new DatasetCard(List.copyOf(parts));
  }

  private static void add(Mapping config, List<Part> parts) {
    String name = text(value(config, "config_name"), "default");
    String folder = text(value(config, "data_dir"), "");
    YamlNode files = value(config, "data_files");
    if (maps(files).isEmpty()) {
      List<String> patterns = texts(files);
      parts.add(part(name, "train", folder, patterns.isEmpty() ? List.of("**") : patterns));
    }
    for (Mapping split : maps(files)) {
      parts.add(
          part(name, text(value(split, "split"), "train"), folder, texts(value(split, "path"))));
    }
  }

  private static Part part(String config, String split, String folder, List<String> patterns) {
    String within = folder.isEmpty() ? "/" : "/" + folder.replaceAll("^/+|/+$", "") + "/";
    List<String> files =
        patterns.stream().map(pattern -> within + pattern.replaceFirst("^(\\./|/)+", "")).toList();
    return new Part(config, split, files);
  }

  /**
   * The parts of some configurations and splits.
   *
   * @param configs all, if empty
   * @param splits all, if empty
   * @throws SourceException if one is not there; names those that are
   */
  public List<Part> choose(Set<String> configs, Set<String> splits) throws SourceException {
    require("configuration", configs, parts.stream().map(Part::config).toList());
    List<Part> chosen =
        parts.stream()
            .filter(part -> configs.isEmpty() || configs.contains(part.config()))
            .toList();
    require("split", splits, chosen.stream().map(Part::split).toList());
    return chosen.stream()
        .filter(part -> splits.isEmpty() || splits.contains(part.split()))
        .toList();
  }

  private static void require(String what, Set<String> wanted, List<String> there)
      throws SourceException {
    for (String one : wanted) {
      if (!there.contains(one)) {
        Set<String> names = new LinkedHashSet<>(there);
        throw new SourceException(
            "has no "
                + what
                + " '"
                + one
                + "'; its README names "
                + (names.isEmpty() ? "none" : String.join(", ", names))
                + ". Files can be chosen with --include, too");
      }
    }
  }

  private static @Nullable YamlNode value(YamlNode node, String key) {
    if (node instanceof Mapping map && map.entries().get(key) != null) {
      return map.entries().get(key).value();
    }
    return null;
  }

  private static List<Mapping> maps(@Nullable YamlNode node) {
    List<Mapping> maps = new ArrayList<>();
    if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Mapping map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }

  private static List<String> texts(@Nullable YamlNode node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof Scalar one) {
      texts.add(one.text());
    } else if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar one) {
          texts.add(one.text());
        }
      }
    }
    return texts;
  }

  private static String text(@Nullable YamlNode node, String otherwise) {
    return node instanceof Scalar one ? one.text() : otherwise;
  }
}
