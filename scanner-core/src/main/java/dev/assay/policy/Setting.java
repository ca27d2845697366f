package dev.assay.policy;

import dev.assay.ScanConfig;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every component of a {@link ScanConfig} with the names under which users set it. A place that has
 * no name for it cannot set it, and there is a reason for each.
 */
public enum Setting {
  SOURCES("sources", "sources", "SOURCE", "datasets"),
  /** On a command line, the folder one is in. A policy stands in one place and is read in many. */
  ROOT("root", null, null, "root"),
  INCLUDE("include", "include", "--include", "includes"),
  EXCLUDE("exclude", "exclude", "--exclude", "excludes"),
  DOCUMENTS("documents", "documents", "--documents", "documents"),
  MAP("map", "map", "--map", "map"),
  FAMILIES("families", "families", "--families", "families"),
  RULES("ruleFolders", "rules", "--rules", "rules"),
  CALIBRATION("calibration", "calibration", "--calibration", "calibration"),
  FAIL_ABOVE("threshold", "fail-above", "--fail-above", "failAbove"),
  GATE("gatePolicy", "gate", "--gate", "gate"),
  FAIL_COUNT("countLimits", "fail-count", "--fail-count", "failCount"),
  THRESHOLDS("thresholds", "thresholds", "--threshold", "thresholds"),
  MAX_MALFORMED("maxMalformed", "max-malformed", "--max-malformed", "maxMalformed"),
  MAX_RECORD_BYTES("maxRecordBytes", "max-record-bytes", "--max-record-bytes", "maxRecordBytes"),
  LEAST_SEVERITY("leastSeverity", "least-severity", "--least-severity", "leastSeverity"),
  LEAST_CONFIDENCE("leastConfidence", "least-confidence", "--least-confidence", "leastConfidence"),
  TRUST_FRAMING("trustFraming", "trust-framing", "--trust-framing", "trustFraming"),
  BASELINE("baseline", "baseline", "--baseline", "baseline"),
  SUPPRESSIONS("suppressions", "suppressions", "--suppressions", "suppressions"),
  /** The day is what it is; tests set it. */
  TODAY("today", null, null, null),
  THREADS("threads", "threads", "--threads", "threads"),
  /** For one run: a policy does not know what is compared with what. */
  CHANGES("changes", null, "--since", "since"),
  MANIFESTS("manifests", "manifests", "--manifest", "manifests"),
  /** Not in a policy: it would decide to which server the process shows its tokens. */
  SOURCE_OPTIONS("sourceOptions", null, "--source-option", "sourceOptions"),
  /**
   * A policy or a build file may come with the data, and a cache that does must not be believed.
   */
  CACHE("cache", null, "--cache", null),
  /**
   * Not in a policy: where a copy of the dataset's text goes is for whoever runs the scan to say.
   */
  INDEX("index", null, "--index", null),
  /** The variables of the process: nobody sets them here, and nobody prints them. */
  ENVIRONMENT("environment", null, null, null);

  private final String component;
  private final @Nullable String key;
  private final @Nullable String option;
  private final @Nullable String parameter;

  Setting(
      String component, @Nullable String key, @Nullable String option, @Nullable String parameter) {
    this.component = component;
    this.key = key;
    this.option = option;
    this.parameter = parameter;
  }

  /** The component of {@link ScanConfig}. */
  public String component() {
    return component;
  }

  /** The key in a policy file, or null. */
  public @Nullable String key() {
    return key;
  }

  /** The option of {@code assay scan}, or null. */
  public @Nullable String option() {
    return option;
  }

  /** The parameter of the Maven plugin, or null. */
  public @Nullable String parameter() {
    return parameter;
  }

  /** The value in a configuration, in one line, as reports of settings show it. */
  public String shown(ScanConfig config) {
    return this == ENVIRONMENT ? "(not shown)" : SettingShown.text(value(config));
  }

  private @Nullable Object value(ScanConfig config) {
    RecordComponent found =
        Arrays.stream(ScanConfig.class.getRecordComponents())
            .filter(each -> each.getName().equals(component))
            .findFirst()
            .orElseThrow();
    try {
      return found.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component + " has no accessor", e);
    }
  }

  /** Whether a value says nothing: null, or empty. */
  static boolean isAbsent(@Nullable Object given) {
    return given == null
        || given.equals("")
        || given.equals(List.of())
        || given.equals(Set.of())
        || given.equals(Map.of())
        || (given instanceof Collection<?> many && many.isEmpty());
  }
}
