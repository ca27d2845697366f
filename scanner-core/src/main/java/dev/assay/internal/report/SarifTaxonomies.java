package dev.assay.internal.report;

import dev.assay.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** The catalogues that rules refer to, with the entries that were used and no others. */
final class SarifTaxonomies {
  private final List<Taxonomy> taxonomies = new ArrayList<>();

  /**
   * @param kind how a rule lies to an entry: the entry is a {@code superset} of it, or {@code
   *     relevant}
   * @param help where an entry is explained; empty where only the catalogue as a whole is
   */
  private record Taxonomy(
      String name,
      String organization,
      String about,
      String home,
      String kind,
      List<String> taxa,
      Function<Rule, List<String>> ids,
      Function<String, String> help) {}

  SarifTaxonomies(Collection<Rule> rules) {
    add(
        rules,
        "CWE",
        "MITRE",
        "The Common Weakness Enumeration.",
        "https://cwe.mitre.org/",
        "superset",
        rule -> rule.references().cwe(),
        id -> "https://cwe.mitre.org/data/definitions/" + number(id) + ".html");
    add(
        rules,
        "MITRE ATLAS",
        "MITRE",
        "Adversarial threats to artificial intelligence systems.",
        "https://atlas.mitre.org/",
        "relevant",
        rule -> rule.references().atlas(),
        id -> "https://atlas.mitre.org/techniques/" + id);
    add(
        rules,
        "OWASP Top 10 for LLM Applications",
        "OWASP",
        "The ten gravest risks of applications built on language models, by year.",
        "https://genai.owasp.org/llm-top-10/",
        "relevant",
        rule -> rule.references().owasp(),
        id -> "");
  }

  /** What the rule is catalogued as; nothing where it is not. */
  void relationships(Json json, Rule rule) throws IOException {
    boolean any = taxonomies.stream().anyMatch(t -> !t.ids.apply(rule).isEmpty());
    if (!any) {
      return;
    }
    json.openList("relationships");
    for (int i = 0; i < taxonomies.size(); i++) {
      Taxonomy taxonomy = taxonomies.get(i);
      for (String id : new TreeSet<>(taxonomy.ids.apply(rule))) {
        json.open().open("target");
        json.put("id", id).put("index", taxonomy.taxa.indexOf(id));
        json.open("toolComponent").put("name", taxonomy.name).put("index", i).end();
        json.end().put("kinds", List.of(taxonomy.kind)).end();
      }
    }
    json.endList();
  }

  /** The driver's list of those that are used. */
  void supported(Json json) throws IOException {
    if (!taxonomies.isEmpty()) {
      json.openList("supportedTaxonomies");
      for (int i = 0; i < taxonomies.size(); i++) {
        json.openLine().put("name", taxonomies.get(i).name).put("index", i).endLine();
      }
      json.endList();
    }
  }

  /** The run's list. */
  void write(Json json) throws IOException {
    if (taxonomies.isEmpty()) {
      return;
    }
    json.openList("taxonomies");
    for (Taxonomy taxonomy : taxonomies) {
      json.open();
      json.put("name", taxonomy.name).put("organization", taxonomy.organization);
      json.open("shortDescription").put("text", taxonomy.about).end();
      json.put("informationUri", taxonomy.home).put("isComprehensive", false);
      json.openList("taxa");
      for (String id : taxonomy.taxa) {
        json.openLine().put("id", id).putIfAny("helpUri", taxonomy.help.apply(id)).endLine();
      }
      json.endList().end();
    }
    json.endList();
  }

  private void add(
      Collection<Rule> rules,
      String name,
      String organization,
      String about,
      String home,
      String kind,
      Function<Rule, List<String>> ids,
      Function<String, String> help) {
    TreeSet<String> taxa = new TreeSet<>();
    rules.forEach(rule -> taxa.addAll(ids.apply(rule)));
    if (!taxa.isEmpty()) {
      taxonomies.add(
          new Taxonomy(name, organization, about, home, kind, List.copyOf(taxa), ids, help));
    }
  }

  private static String number(String cwe) {
    return cwe.toUpperCase(Locale.ROOT).replace("CWE-", "");
  }
}
