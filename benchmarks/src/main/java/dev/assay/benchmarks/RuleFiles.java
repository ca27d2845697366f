package dev.assay.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes rules as files, in JSON, which is YAML too. Examples that nobody runs stand in for their
 * own.
 */
final class RuleFiles {
  private static final Map<String, List<String>> EXAMPLES =
      Map.of("bad", List.of("one", "two"), "good", List.of("three", "four"));

  private RuleFiles() {}

  static void write(RuleSet rules, Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    for (Rule rule : rules.rules()) {
      Path file = folder.resolve(rule.family().id()).resolve(rule.id() + ".yaml");
      Files.createDirectories(file.getParent());
      json.writeValue(file.toFile(), tree(rule));
    }
  }

  private static Map<String, Object> tree(Rule rule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", rule.id());
    tree.put("family", rule.family().id());
    tree.put("severity", rule.severity().id());
    tree.put("confidence", rule.confidence().id());
    tree.put("segment", rule.scope().kind().name().toLowerCase(Locale.ROOT));
    if (rule.scope().kind() == Scope.Kind.CODE && !rule.scope().languages().isEmpty()) {
      tree.put("languages", rule.scope().languages().stream().map(l -> l.id()).sorted().toList());
    }
    tree.put("role", rule.scope().roles().stream().map(role -> role.id()).sorted().toList());
    if (rule.match() != null) {
      tree.put("match", rule.match());
    }
    verification(rule.verification(), tree);
    tree.put("message", rule.message());
    tree.put("why", rule.why());
    tree.put("fix", rule.fix());
    tree.put("cwe", rule.references().cwe());
    tree.put("atlas", rule.references().atlas());
    tree.put("owasp", rule.references().owasp());
    tree.put("references", rule.references().links());
    tree.put("examples", EXAMPLES);
    return tree;
  }

  private static void verification(Verification verification, Map<String, Object> tree) {
    Map<String, Object> verify = new LinkedHashMap<>();
    if (verification instanceof Verification.Expression expression) {
      verify.put("regex", expression.regex());
      putUnlessEmpty("unless", expression.unless(), verify);
      putUnlessEmpty("unless-near", expression.unlessNear(), verify);
      if (expression.within() > 0) {
        verify.put("within", expression.within());
      }
    } else if (verification instanceof Verification.CodePattern pattern) {
      verify.put("code", pattern.tree());
    } else if (verification instanceof Verification.Norm norm) {
      verify.put("norm", norm.tree());
    } else if (verification instanceof Verification.Check check) {
      verify.put("check", check.name());
    }
    if (!verify.isEmpty()) {
      tree.put("verify", verify);
    }
  }

  private static void putUnlessEmpty(String key, List<String> values, Map<String, Object> tree) {
    if (!values.isEmpty()) {
      tree.put(key, values);
    }
  }
}
