package dev.assay.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, as data. One YAML file in {@code rules/} makes one rule.
 *
 * @param id kebab-case, never reused, the file's name
 * @param family what kind of poison it finds
 * @param severity how bad it is if true
 * @param confidence how sure a match is
 * @param scope where it looks
 * @param match Lucene query that selects candidates, or null where a literal of the expression, or
 *     a check, does
 * @param verification what must hold besides
 * @param message one sentence; {@code {evidence}} stands for the excerpt
 * @param why for the rule's page: why it is dangerous, to a model that learns it and to its users
 * @param fix what to do instead
 * @param references ids and links; see {@link References}
 * @param aliases ids that this rule had before
 */
public record Rule(
    String id,
    Family family,
    Severity severity,
    Confidence confidence,
    Scope scope,
    @Nullable String match,
    Verification verification,
    String message,
    String why,
    String fix,
    References references,
    List<String> aliases) {

  /**
   * Where the weakness is catalogued.
   *
   * @param cwe such as {@code CWE-89}; weaknesses, never categories
   * @param atlas MITRE ATLAS techniques such as {@code AML.T0020}
   * @param owasp such as {@code LLM04:2025}
   * @param links https addresses of papers and standards
   */
  public record References(
      List<String> cwe, List<String> atlas, List<String> owasp, List<String> links) {
    public References {
      cwe = List.copyOf(cwe);
      atlas = List.copyOf(atlas);
      owasp = List.copyOf(owasp);
      links = List.copyOf(links);
    }
  }

  public Rule {
    aliases = List.copyOf(aliases);
  }

  /** The same rule with another verification. */
  public Rule with(Verification other) {
    return new Rule(
        id,
        family,
        severity,
        confidence,
        scope,
        match,
        other,
        message,
        why,
        fix,
        references,
        aliases);
  }

  /** Whether a match makes a record suspect unless told otherwise: medium or more on both axes. */
  public boolean counts() {
    return severity.compareTo(Severity.MEDIUM) <= 0 && confidence.compareTo(Confidence.MEDIUM) <= 0;
  }
}
