package dev.assay.policy;

import dev.assay.estimate.CountLimit;
import dev.assay.estimate.GatePolicy;
import dev.assay.estimate.PathThreshold;
import dev.assay.estimate.Thresholds;
import dev.assay.internal.source.PathGlob;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings as people write them, on a command line, in a policy or in a build file. What cannot be
 * understood is an {@link IllegalArgumentException} whose message says what to write. Stateless.
 */
public final class SettingText {
  /** A count limit that no number of records reaches. */
  public static final CountLimit OFF = new CountLimit(CountLimit.NEVER, CountLimit.NEVER, 0);

  private SettingText() {}

  /** A fraction, {@code 5%} or {@code 0.05}; a bare 5 is refused as a slip. */
  public static double fraction(String value) {
    boolean percent = value.endsWith("%");
    String digits = percent ? value.substring(0, value.length() - 1).strip() : value.strip();
    double number;
    try {
      number = Double.parseDouble(digits) / (percent ? 100 : 1);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + value + "' is not a fraction: write 5% or 0.05.", e);
    }
    if (number > 1 && !percent && number <= 100) {
      throw new IllegalArgumentException(
          "'" + value + "' is more than everything: write " + digits + "% for a percentage.");
    }
    if (!(number >= 0 && number <= 1)) {
      throw new IllegalArgumentException(
          "'" + value + "' is no fraction: write one from 0 to 1, or from 0% to 100%.");
    }
    return number;
  }

  /** A family by its name. */
  public static Family family(String name) {
    Family family = Family.named(name);
    if (family == null) {
      throw new IllegalArgumentException(
          "'" + name + "' is no family; there are: " + familyNames() + ".");
    }
    return family;
  }

  /** The names of all families, for people. */
  public static String familyNames() {
    return Arrays.stream(Family.values()).map(Family::id).collect(Collectors.joining(", "));
  }

  /** A gate's policy by its name, in any case. */
  public static GatePolicy gatePolicy(String name) {
    GatePolicy policy = GatePolicy.named(name);
    if (policy == null) {
      String names =
          Arrays.stream(GatePolicy.values()).map(GatePolicy::id).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "'" + name + "' is no policy of the gate; there are: " + names + ".");
    }
    return policy;
  }

  /** The most records that pass, a whole number from 0, or {@code off}. */
  public static CountLimit countLimit(String value) {
    return value.equals("off") ? OFF : CountLimit.above(whole(value, 0));
  }

  /** A limit of a family, {@code persona=9} or {@code persona=off}. */
  public static Map.Entry<Family, CountLimit> familyCountLimit(String value) {
    Map.Entry<String, String> pair = pair(value, "persona=9");
    return Map.entry(family(pair.getKey()), countLimit(pair.getValue()));
  }

  /**
   * Thresholds of parts: {@code path:train/**=1%}, {@code family:secret=0%}, {@code
   * severity:high=1%}.
   *
   * @param folder what path patterns are relative to
   */
  public static Thresholds thresholds(List<String> texts, Path folder) {
    List<PathThreshold> paths = new ArrayList<>();
    Map<Family, Double> families = new EnumMap<>(Family.class);
    Map<Severity, Double> severities = new EnumMap<>(Severity.class);
    for (String text : texts) {
      int equals = text.lastIndexOf('=');
      int colon = text.indexOf(':');
      if (colon < 1 || equals < colon) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "' is no threshold of a part: write path:train/**=1%, family:secret=0% or"
                + " severity:high=1%.");
      }
      String name = text.substring(colon + 1, equals).strip();
      double most = fraction(text.substring(equals + 1).strip());
      switch (text.substring(0, colon).strip()) {
        case "path" -> paths.add(new PathThreshold(pathPattern(name), folder, most));
        case "family" -> families.put(family(name), most);
        case "severity" -> severities.put(severity(name), most);
        default ->
            throw new IllegalArgumentException(
                "'" + text + "' begins with none of path:, family: and severity:.");
      }
    }
    return new Thresholds(paths, families, severities);
  }

  private static String pathPattern(String pattern) {
    String wrong = PathGlob.problem(pattern);
    if (wrong != null) {
      throw new IllegalArgumentException(wrong + ".");
    }
    return pattern;
  }

  private static Severity severity(String name) {
    for (Severity severity : Severity.values()) {
      if (severity.id().equals(name)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(
        "'" + name + "' is no severity; there are: high, medium, low, note.");
  }

  /** The least severity that counts; notes never do. */
  public static Severity leastSeverity(String name) {
    return switch (name) {
      case "high" -> Severity.HIGH;
      case "medium" -> Severity.MEDIUM;
      case "low" -> Severity.LOW;
      default ->
          throw new IllegalArgumentException(
              "'" + name + "' is no least severity: write high, medium or low.");
    };
  }

  /** The least confidence that counts. */
  public static Confidence leastConfidence(String name) {
    return switch (name) {
      case "high" -> Confidence.HIGH;
      case "medium" -> Confidence.MEDIUM;
      case "low" -> Confidence.LOW;
      default ->
          throw new IllegalArgumentException(
              "'" + name + "' is no least confidence: write high, medium or low.");
    };
  }

  /** A name and a value, parted by the first {@code =}. */
  public static Map.Entry<String, String> pair(String value, String example) {
    int equals = value.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "'" + value + "' is no pair: write it as " + example + ".");
    }
    return Map.entry(value.substring(0, equals).strip(), value.substring(equals + 1).strip());
  }

  /** A whole number from {@code least}. */
  public static int whole(String value, int least) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are too small.
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s' is not a whole number from %d to %d.",
            value,
            least,
            Integer.MAX_VALUE));
  }
}
