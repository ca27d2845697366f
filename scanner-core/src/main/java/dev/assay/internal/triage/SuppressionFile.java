package dev.assay.internal.triage;

import dev.assay.internal.source.NameGlob;
import dev.assay.internal.yaml.Fields;
import dev.assay.internal.yaml.Mark;
import dev.assay.internal.yaml.Nearest;
import dev.assay.internal.yaml.Problems;
import dev.assay.internal.yaml.YamlException;
import dev.assay.internal.yaml.YamlFile;
import dev.assay.internal.yaml.YamlNode;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlTree;
import dev.assay.rule.Family;
import dev.assay.triage.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of suppressions: its schema, in code. For one thread. */
public final class SuppressionFile {
  private static final int VERSION = 1;
  private static final List<String> TOP = List.of("version", "suppressions");
  private static final List<String> KEYS =
      List.of("fingerprint", "rule", "path", "family", "reason", "owner", "expires", "max");
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  private final String name;
  private final Set<String> rules;
  private final Problems problems;
  private final Map<List<?>, Integer> lines = new HashMap<>();

  private SuppressionFile(String name, Set<String> rules) {
    this.name = name;
    this.rules = rules;
    this.problems = new Problems(name);
  }

  /** A file that cannot be used; the message holds a line for everything that is wrong in it. */
  public static final class Invalid extends IOException {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  /**
   * Reads suppressions.
   *
   * @param rules ids and aliases of all rules
   * @throws Invalid if it is not a file of suppressions
   * @throws IOException if it cannot be read
   */
  public static List<Suppression> read(Path file, Set<String> rules) throws IOException {
    SuppressionFile reader = new SuppressionFile(file.toString(), rules);
    String text = YamlFile.text(file, reader.problems);
    return reader.read(text == null ? "" : text);
  }

  /** Reads suppressions from the text of a file of that name. */
  public static List<Suppression> parse(String name, String text, Set<String> rules)
      throws IOException {
    return new SuppressionFile(name, rules).read(text);
  }

  private List<Suppression> read(String text) throws Invalid {
    List<Suppression> suppressions = new ArrayList<>();
    if (problems.none()) {
      try {
        YamlNode node = YamlTree.parse(text);
        if (node instanceof Mapping map) {
          top(new Fields(map, problems), suppressions);
        } else {
          problems.add(node.mark(), "a file of suppressions is a map that starts with version: 1");
        }
      } catch (YamlException e) {
        problems.add(e.mark(), String.valueOf(e.getMessage()));
      }
    }
    if (!problems.none()) {
      throw new Invalid(
          problems.sorted().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    return suppressions;
  }

  private void top(Fields fields, List<Suppression> suppressions) {
    fields.allow(TOP);
    if (!fields.has("version")) {
      problems.add(Mark.WHOLE, "the key version is missing; write version: " + VERSION);
    } else if (fields.count("version") != VERSION) {
      problems.add(
          fields.mark("version"), "this Assay reads files of version " + VERSION + " alone");
    }
    if (!fields.has("suppressions")) {
      problems.add(Mark.WHOLE, "the key suppressions is missing");
    }
    for (YamlNode item : fields.items("suppressions")) {
      if (item instanceof Mapping map) {
        Suppression suppression = entry(new Fields(map, problems), map.mark());
        if (suppression != null) {
          suppressions.add(suppression);
        }
      } else {
        problems.add(item.mark(), "a suppression is a map of keys and values");
      }
    }
  }

  private @Nullable Suppression entry(Fields fields, Mark mark) {
    fields.allow(KEYS);
    String fingerprint = fingerprint(fields);
    String rule = rule(fields);
    String path = path(fields);
    Family family =
        fields.choice(
            "family", Family::named, Arrays.stream(Family.values()).map(Family::id).toList());
    String reason = fields.required("reason").strip();
    String owner = fields.required("owner").strip();
    LocalDate expires = expires(fields);
    int max = fields.count("max");
    if (!fields.has("max")) {
      problems.add(mark, "the key max is missing: how many findings is this meant for?");
    }
    if (fingerprint == null && rule == null && path == null && family == null) {
      if (KEYS.subList(0, 4).stream().noneMatch(fields::has)) {
        problems.add(mark, "what is suppressed? Give a fingerprint, rule, path or family");
      }
      return null;
    }
    duplicate(Arrays.asList(fingerprint, rule, path, family), mark);
    if (expires == null || max == 0 || reason.isEmpty() || owner.isEmpty()) {
      return null;
    }
    String place = name + ":" + mark.line();
    return new Suppression(place, fingerprint, rule, path, family, reason, owner, expires, max);
  }

  private void duplicate(List<?> selectors, Mark mark) {
    Integer former = lines.putIfAbsent(selectors, mark.line());
    if (former != null) {
      problems.add(
          mark,
          "this suppresses the same as line " + former + "; keep one of them, with a higher max");
    }
  }

  private @Nullable String fingerprint(Fields fields) {
    String fingerprint = fields.text("fingerprint");
    if (fingerprint != null && !FINGERPRINT.matcher(fingerprint).matches()) {
      problems.add(
          fields.mark("fingerprint"),
          "fingerprint must be the 64 hex digits that reports show as assay/findingHash/v1");
    }
    return fingerprint;
  }

  private @Nullable String rule(Fields fields) {
    String rule = fields.text("rule");
    if (rule != null && !rules.contains(rule)) {
      String near = Nearest.of(rule, rules);
      problems.add(
          fields.mark("rule"),
          "there is no rule "
              + rule
              + (near == null ? "; assay rules search finds one" : "; did you mean " + near + "?"));
    }
    return rule;
  }

  private @Nullable String path(Fields fields) {
    String path = fields.text("path");
    if (path != null) {
      try {
        NameGlob.of(path);
      } catch (IllegalArgumentException e) {
        problems.add(fields.mark("path"), "path: " + e.getMessage());
      }
    }
    return path;
  }

  private @Nullable LocalDate expires(Fields fields) {
    String text = fields.required("expires");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      problems.add(fields.mark("expires"), "expires must be a day such as 2027-03-31, not " + text);
      return null;
    }
  }
}
