package dev.assay.policy;

import dev.assay.ScanConfig;
import dev.assay.estimate.CountLimit;
import dev.assay.estimate.PathThreshold;
import dev.assay.estimate.Thresholds;
import dev.assay.internal.source.PathGlob;
import dev.assay.internal.yaml.Fields;
import dev.assay.internal.yaml.Mark;
import dev.assay.internal.yaml.Nearest;
import dev.assay.internal.yaml.Problems;
import dev.assay.internal.yaml.YamlException;
import dev.assay.internal.yaml.YamlFile;
import dev.assay.internal.yaml.YamlNode;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlNode.Scalar;
import dev.assay.internal.yaml.YamlTree;
import dev.assay.record.SchemaMap;
import dev.assay.rule.Family;
import dev.assay.rule.RuleProblem;
import dev.assay.rule.Severity;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one policy file. Everything that is wrong is reported at once. */
final class PolicyReader {
  /** All keys of version 1; one that was ever read is read for ever. */
  static final List<String> KEYS =
      List.of(
          "version",
          "sources",
          "include",
          "exclude",
          "documents",
          "map",
          "families",
          "rules",
          "calibration",
          "fail-above",
          "gate",
          "thresholds",
          "fail-count",
          "max-malformed",
          "max-record-bytes",
          "least-severity",
          "least-confidence",
          "trust-framing",
          "baseline",
          "suppressions",
          "manifests",
          "threads");

  static final List<String> THRESHOLD_KEYS = List.of("paths", "families", "severities");
  private static final String VERSION = "1";
  private static final List<String> FAMILY_IDS =
      Arrays.stream(Family.values()).map(Family::id).toList();
  private static final List<String> SEVERITY_IDS =
      Arrays.stream(Severity.values()).map(Severity::id).toList();

  private final Path file;
  private final Path folder;
  private final Mapping map;
  private final Fields fields;
  private final Problems problems;
  private final List<Consumer<Settings>> steps = new ArrayList<>();

  private PolicyReader(Path file, Mapping map, Problems problems) {
    this.file = file;
    this.folder = java.util.Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    this.map = map;
    this.problems = problems;
    this.fields = new Fields(map, problems);
  }

  static Policy read(Path file) throws InvalidPolicyException, IOException {
    Problems problems = new Problems(file.toString());
    Policy policy = read(file, problems);
    if (policy == null || !problems.none()) {
      throw new InvalidPolicyException(problems.sorted().stream().map(PolicyReader::line).toList());
    }
    return policy;
  }

  private static @Nullable Policy read(Path file, Problems problems) throws IOException {
    String text = YamlFile.text(file, problems);
    if (text == null) {
      return null;
    }
    try {
      YamlNode document = YamlTree.parse(text);
      if (document instanceof Mapping map) {
        return new PolicyReader(file, map, problems).policy();
      }
      problems.add(document.mark(), "a policy is a map of keys and values, such as version: 1");
    } catch (YamlException e) {
      problems.add(e.mark(), String.valueOf(e.getMessage()));
    }
    return null;
  }

  private static String line(RuleProblem problem) {
    return problem.line() == 0
        ? problem.file() + ": " + problem.message()
        : problem.file() + ":" + problem.line() + ":" + problem.column() + ": " + problem.message();
  }

  private Policy policy() {
    fields.allow(KEYS);
    String version = fields.required("version");
    if (!version.isEmpty() && !version.equals(VERSION)) {
      problems.add(
          fields.mark("version"),
          "this Assay reads version 1, not " + version + ": take a newer Assay, or write 1");
    }
    data();
    detection();
    limits();
    return new Policy(file, steps);
  }

  private void data() {
    list("sources", Setting.SOURCES, this::source, ScanConfig.Builder::sources);
    list("include", Setting.INCLUDE, Function.identity(), ScanConfig.Builder::include);
    list("exclude", Setting.EXCLUDE, Function.identity(), ScanConfig.Builder::exclude);
    one("documents", Setting.DOCUMENTS, PolicyReader::yes, ScanConfig.Builder::documents);
    list("manifests", Setting.MANIFESTS, this::path, ScanConfig.Builder::manifests);
    one("map", Setting.MAP, SchemaMap::parse, ScanConfig.Builder::map);
    one(
        "max-malformed",
        Setting.MAX_MALFORMED,
        SettingText::fraction,
        ScanConfig.Builder::maxMalformed);
    one(
        "max-record-bytes",
        Setting.MAX_RECORD_BYTES,
        text -> SettingText.whole(text, 1),
        ScanConfig.Builder::maxRecordBytes);
    one(
        "threads",
        Setting.THREADS,
        text -> SettingText.whole(text, 1),
        ScanConfig.Builder::threads);
  }

  private void detection() {
    list(
        "families",
        Setting.FAMILIES,
        SettingText::family,
        (to, families) -> to.families(Set.copyOf(new LinkedHashSet<>(families))));
    list("rules", Setting.RULES, this::path, ScanConfig.Builder::ruleFolders);
    one("calibration", Setting.CALIBRATION, this::path, ScanConfig.Builder::calibration);
    one("baseline", Setting.BASELINE, this::path, ScanConfig.Builder::baseline);
    one("suppressions", Setting.SUPPRESSIONS, this::path, ScanConfig.Builder::suppressions);
    one(
        "least-severity",
        Setting.LEAST_SEVERITY,
        SettingText::leastSeverity,
        ScanConfig.Builder::leastSeverity);
    one(
        "least-confidence",
        Setting.LEAST_CONFIDENCE,
        SettingText::leastConfidence,
        ScanConfig.Builder::leastConfidence);
    one(
        "trust-framing",
        Setting.TRUST_FRAMING,
        PolicyReader::yes,
        ScanConfig.Builder::trustFraming);
  }

  private void limits() {
    one("fail-above", Setting.FAIL_ABOVE, SettingText::fraction, ScanConfig.Builder::threshold);
    one("gate", Setting.GATE, SettingText::gatePolicy, ScanConfig.Builder::gatePolicy);
    Map<Family, CountLimit> counts =
        entries(map, "fail-count", FAMILY_IDS, Family::named, SettingText::countLimit);
    String origin = origin("fail-count");
    steps.add(settings -> settings.failCount(origin, counts));
    Mapping parts = fields.map("thresholds");
    if (parts != null) {
      new Fields(parts, problems).allow(THRESHOLD_KEYS);
      Thresholds thresholds =
          new Thresholds(
              paths(parts),
              entries(parts, "families", FAMILY_IDS, Family::named, SettingText::fraction),
              entries(
                  parts,
                  "severities",
                  SEVERITY_IDS,
                  PolicyReader::severity,
                  SettingText::fraction));
      set("thresholds", Setting.THRESHOLDS, thresholds, ScanConfig.Builder::thresholds);
    }
  }

  private List<PathThreshold> paths(Mapping parts) {
    List<PathThreshold> paths = new ArrayList<>();
    Mapping patterns = new Fields(parts, problems).map("paths");
    if (patterns != null) {
      patterns
          .entries()
          .forEach(
              (pattern, entry) -> {
                Double threshold = parsed(entry.value(), pattern, SettingText::fraction);
                String wrong = PathGlob.problem(pattern);
                if (wrong != null) {
                  problems.add(entry.keyMark(), wrong);
                } else if (threshold != null) {
                  paths.add(new PathThreshold(pattern, folder, threshold));
                }
              });
    }
    return paths;
  }

  /** The values under the names of an enumeration. */
  private <K extends Enum<K>, V> Map<K, V> entries(
      Mapping from,
      String key,
      List<String> known,
      Function<String, @Nullable K> named,
      Function<String, V> parse) {
    Map<K, V> values = new java.util.LinkedHashMap<>();
    Mapping given = new Fields(from, problems).map(key);
    if (given != null) {
      given
          .entries()
          .forEach(
              (name, entry) -> {
                K of = named.apply(name);
                V value = parsed(entry.value(), name, parse);
                if (of == null) {
                  problems.add(
                      entry.keyMark(), "unknown key " + name + "; " + Nearest.hint(name, known));
                } else if (value != null) {
                  values.put(of, value);
                }
              });
    }
    return values;
  }

  private <T> void one(
      String key,
      Setting setting,
      Function<String, T> parse,
      BiConsumer<ScanConfig.Builder, T> setter) {
    YamlNode node = node(key);
    if (node != null) {
      T value = parsed(node, key, parse);
      if (value != null) {
        set(key, setting, value, setter);
      }
    }
  }

  private <T> void list(
      String key,
      Setting setting,
      Function<String, T> parse,
      BiConsumer<ScanConfig.Builder, List<T>> setter) {
    YamlNode node = node(key);
    if (node == null) {
      return;
    }
    List<T> values = new ArrayList<>();
    for (YamlNode item :
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node)) {
      T value = parsed(item, key, parse);
      if (value != null) {
        values.add(value);
      }
    }
    if (node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
      problems.add(node.mark(), key + " is empty: fill it in, or take it out");
    }
    set(key, setting, values, setter);
  }

  private @Nullable YamlNode node(String key) {
    YamlNode.Entry entry = map.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private <T> void set(
      String key, Setting setting, T value, BiConsumer<ScanConfig.Builder, T> setter) {
    String origin = origin(key);
    steps.add(settings -> settings.set(setting, origin, value, setter));
  }

  private <T> @Nullable T parsed(YamlNode node, String key, Function<String, T> parse) {
    if (!(node instanceof Scalar scalar)) {
      problems.add(node.mark(), key + " must be a single value");
      return null;
    }
    if (scalar.plain() == null || scalar.text().isBlank()) {
      problems.add(node.mark(), key + " is empty: fill it in, or take it out");
      return null;
    }
    try {
      return parse.apply(scalar.text());
    } catch (IllegalArgumentException e) {
      problems.add(node.mark(), key + ": " + e.getMessage());
      return null;
    }
  }

  private String origin(String key) {
    Mark mark = fields.mark(key);
    return file + ":" + mark.line() + ":" + mark.column();
  }

  private String source(String text) {
    if (text.equals("-")) {
      throw new IllegalArgumentException("'-' is for one run: name a file or a folder.");
    }
    return text.contains("://") ? text : path(text).toString();
  }

  private Path path(String text) {
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no name that a file can have.", e);
    }
  }

  private static boolean yes(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false.");
    }
    return text.equals("true");
  }

  private static @Nullable Severity severity(String name) {
    return Arrays.stream(Severity.values())
        .filter(each -> each.id().equals(name))
        .findFirst()
        .orElse(null);
  }
}
