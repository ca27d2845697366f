package dev.assay.internal.report;

import dev.assay.rule.Rule;
import dev.assay.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Assay's two axes, severity and confidence, in the terms of SARIF and of GitHub's properties. */
final class SarifLevels {
  /** GitHub takes 20 tags for each rule and shows 10. */
  private static final int MAX_TAGS = 10;

  private SarifLevels() {}

  /** Of the rule, where it counts. */
  static String level(Severity severity) {
    return switch (severity) {
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, NOTE -> "note";
    };
  }

  /** Of a finding: one that a lesson asks for has no level, one that does not count is a note. */
  static String level(KeptFinding finding) {
    if (finding.framed()) {
      return "none";
    }
    if (!finding.counted()) {
      return "note";
    }
    return finding.rule().severity() == Severity.HIGH ? "error" : "warning";
  }

  /** As CodeQL's queries say it. */
  static String problemSeverity(Severity severity) {
    return switch (severity) {
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, NOTE -> "recommendation";
    };
  }

  /** In the ranges of GitHub: high from 7.0, medium from 4.0, low from 0.1. */
  static String securitySeverity(Severity severity) {
    return switch (severity) {
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.5";
      case NOTE -> "0.5";
    };
  }

  /** 0 to 100, in the order of {@link KeptFinding#WORST_FIRST}: what does not count is below 50. */
  static int rank(KeptFinding finding) {
    int most = finding.counted() ? 95 : 45;
    int severity =
        switch (finding.rule().severity()) {
          case HIGH -> 0;
          case MEDIUM -> 10;
          case LOW -> 20;
          case NOTE -> 30;
        };
    int confidence =
        switch (finding.rule().confidence()) {
          case HIGH -> 0;
          case MEDIUM -> 3;
          case LOW -> 6;
        };
    return most - severity - confidence;
  }

  static List<String> tags(Rule rule) {
    List<String> tags = new ArrayList<>(List.of("security", "training-data", rule.family().id()));
    for (String cwe : rule.references().cwe()) {
      if (tags.size() < MAX_TAGS) {
        tags.add("external/cwe/cwe-" + padded(cwe.substring(cwe.indexOf('-') + 1)));
      }
    }
    return tags;
  }

  /** CodeQL's tags have three digits at least, and GitHub reads those. */
  private static String padded(String number) {
    return "0".repeat(Math.max(0, 3 - number.length())) + number.toLowerCase(Locale.ROOT);
  }
}
