package dev.assay.policy;

import dev.assay.estimate.CountLimit;
import dev.assay.estimate.CountLimits;
import dev.assay.estimate.GatePolicy;
import dev.assay.estimate.Thresholds;
import dev.assay.record.SchemaMap;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import dev.assay.source.Changes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of settings as one would write them. Stateless. */
final class SettingShown {
  private SettingShown() {}

  static String text(@Nullable Object value) {
    if (value == null) {
      return "(none)";
    }
    if (value instanceof Double fraction) {
      return fraction(fraction);
    }
    if (value instanceof Family family) {
      return family.id();
    }
    if (value instanceof Severity severity) {
      return severity.id();
    }
    if (value instanceof Confidence confidence) {
      return confidence.id();
    }
    if (value instanceof GatePolicy policy) {
      return policy.id();
    }
    if (value instanceof CountLimits limits) {
      return limits(limits);
    }
    if (value instanceof Changes changes) {
      return changes.head() == null ? changes.base() : changes.base() + ".." + changes.head();
    }
    if (value instanceof Thresholds thresholds) {
      return thresholds(thresholds);
    }
    if (value instanceof SchemaMap map) {
      return map.columns().stream()
          .map(column -> column.target().id() + "=" + column.path())
          .collect(Collectors.joining(","));
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "(none)"
          : map.entrySet().stream()
              .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (value instanceof Collection<?> many) {
      return many.isEmpty()
          ? "(none)"
          : many.stream().map(SettingShown::text).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  static String fraction(double value) {
    return BigDecimal.valueOf(value).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private static String limits(CountLimits limits) {
    return limits.byFamily().isEmpty()
        ? "(none)"
        : limits.byFamily().entrySet().stream()
            .map(entry -> entry.getKey().id() + "=" + most(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String thresholds(Thresholds thresholds) {
    List<String> all = new ArrayList<>();
    thresholds
        .paths()
        .forEach(path -> all.add("path:" + path.pattern() + "=" + fraction(path.threshold())));
    thresholds
        .families()
        .forEach((family, most) -> all.add("family:" + family.id() + "=" + fraction(most)));
    thresholds
        .severities()
        .forEach((severity, most) -> all.add("severity:" + severity.id() + "=" + fraction(most)));
    return all.isEmpty() ? "(none)" : String.join(", ", all);
  }

  private static String most(CountLimit limit) {
    return limit.fail() == CountLimit.NEVER ? "off" : String.valueOf(limit.fail() - 1);
  }
}
