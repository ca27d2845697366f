package dev.assay.internal.report;

import dev.assay.report.ScanSummary;
import dev.assay.rule.Confidence;
import dev.assay.rule.Rule;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The part of a SARIF run that says who looked and for what: the tool, its rules, catalogues. */
final class SarifTool {
  /** The rule of the one result that carries the gate's verdict. */
  static final String GATE = "assay-gate";

  /** Which notices an invocation can hold. */
  static final List<String> NOTICES =
      List.of(
          "assay-malformed-record",
          "assay-skipped-record",
          "assay-unread-file",
          "assay-failed-rule",
          "assay-left-out");

  private static final String COVERAGE =
      "the scan ends with exit code 3 unless so much was tolerated, and the run's properties hold"
          + " its coverage.";

  /** GitHub takes so much of a description. */
  private static final int MAX_DESCRIPTION = 1024;

  private final Collection<Rule> rules;
  private final Map<String, Integer> index = new HashMap<>();
  private final SarifTaxonomies taxonomies;

  SarifTool(Collection<KeptFinding> findings) {
    TreeMap<String, Rule> byId = new TreeMap<>();
    findings.forEach(finding -> byId.put(finding.rule().id(), finding.rule()));
    this.rules = byId.values();
    int next = 1;
    for (Rule rule : rules) {
      index.put(rule.id(), next++);
    }
    this.taxonomies = new SarifTaxonomies(rules);
  }

  /** Of the rule among the run's rules; the gate's comes first. */
  int index(Rule rule) {
    return index.getOrDefault(rule.id(), -1);
  }

  SarifTaxonomies taxonomies() {
    return taxonomies;
  }

  void write(Json json, ScanSummary summary) throws IOException {
    json.open("tool").open("driver");
    json.put("name", "Assay");
    json.put("fullName", "Assay " + summary.toolVersion());
    json.put("semanticVersion", summary.toolVersion());
    json.put("language", "en");
    json.openList("rules");
    gate(json);
    for (Rule rule : rules) {
      rule(json, rule);
    }
    if (!summary.alike().isEmpty()) {
      alike(json);
    }
    json.endList();
    json.openList("notifications");
    for (String notice : NOTICES) {
      json.openLine().put("id", notice).put("name", pascal(notice));
      text(json, "shortDescription", notice(notice));
      text(json, "fullDescription", notice(notice));
      text(json, "help", "What is not scanned is never taken for clean: " + COVERAGE).endLine();
    }
    json.endList();
    taxonomies.supported(json);
    json.end().end();
  }

  /** Where the note of records that are alike stands, after all rules. */
  int alikeIndex() {
    return rules.size() + 1;
  }

  private static void alike(Json json) throws IOException {
    json.open().put("id", AlikeText.ID).put("name", pascal(AlikeText.ID));
    text(json, "shortDescription", "Many records are copies or nearly the same.");
    text(
        json,
        "fullDescription",
        "What is repeated weighs more in training. Copies and templates are common in honest sets,"
            + " so this is a note: no record is suspect for it.");
    text(json, "help", "Look at the records, and keep as many as you mean to train on.");
    json.open("defaultConfiguration").put("level", "note").end();
    json.end();
  }

  private static void gate(Json json) throws IOException {
    json.open().put("id", GATE).put("name", "AssayGate");
    text(json, "shortDescription", "What the gate decided about the dataset as a whole.");
    text(
        json,
        "fullDescription",
        "Training on a small share of poisoned records changes a model beyond them. The gate holds"
            + " what was found in the whole dataset against the limit that was set.");
    text(
        json,
        "help",
        "Look at the findings, remove or correct the records they lie in, and scan again."
            + " The limit is set with --fail-above.");
    json.open("defaultConfiguration").put("level", "warning").end();
    json.open("properties").put("tags", List.of("training-data", "gate"));
    json.put("precision", "high").put("problem.severity", "warning").end().end();
  }

  private void rule(Json json, Rule rule) throws IOException {
    json.open().put("id", rule.id()).put("name", pascal(rule.id()));
    if (!rule.aliases().isEmpty()) {
      json.put("deprecatedIds", rule.aliases());
    }
    text(json, "shortDescription", cut(Wording.title(rule)));
    text(json, "fullDescription", cut(Wording.ended(rule.why())));
    json.open("help");
    json.put("text", Wording.ended(rule.why()) + "\n\nFix: " + Wording.ended(rule.fix()));
    json.put("markdown", markdown(rule)).end();
    json.putIfAny("helpUri", helpUri(rule));
    json.open("defaultConfiguration").put("level", SarifLevels.level(rule.severity())).end();
    json.open("properties");
    json.put("tags", SarifLevels.tags(rule));
    json.put("precision", precision(rule.confidence()));
    json.put("problem.severity", SarifLevels.problemSeverity(rule.severity()));
    json.put("security-severity", SarifLevels.securitySeverity(rule.severity()));
    json.end();
    taxonomies.relationships(json, rule);
    json.end();
  }

  private static Json text(Json json, String name, String text) throws IOException {
    return json.open(name).put("text", text).end();
  }

  private static String cut(String text) {
    return Excerpt.of(text, MAX_DESCRIPTION).plain();
  }

  private static String markdown(Rule rule) {
    StringBuilder out = new StringBuilder();
    out.append(Wording.ended(rule.why()));
    out.append("\n\n**Fix.** ").append(Wording.ended(rule.fix()));
    List<String> links = rule.references().links();
    if (!links.isEmpty()) {
      out.append("\n\n**More.**\n");
      links.forEach(link -> out.append("\n- <").append(link).append('>'));
    }
    return out.toString();
  }

  private static String helpUri(Rule rule) {
    return rule.references().links().isEmpty() ? "" : rule.references().links().get(0);
  }

  private static String precision(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> "high";
      case MEDIUM -> "medium";
      case LOW -> "low";
    };
  }

  private static String notice(String id) {
    return switch (id) {
      case "assay-malformed-record" -> "A record could not be read and was not judged.";
      case "assay-skipped-record" -> "A record holds nothing that can be judged.";
      case "assay-unread-file" -> "A file, or the rest of it, could not be read.";
      case "assay-failed-rule" -> "A rule failed on a record, which was not judged.";
      case "assay-left-out" -> "A list in this report was cut to what readers of SARIF take.";
      default -> throw new IllegalArgumentException(id);
    };
  }

  /** {@code py-sql-injection} as {@code PySqlInjection}: SARIF asks for names in that form. */
  private static String pascal(String id) {
    StringBuilder out = new StringBuilder();
    for (String word : id.split("-", -1)) {
      if (!word.isEmpty()) {
        out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return out.toString();
  }
}
