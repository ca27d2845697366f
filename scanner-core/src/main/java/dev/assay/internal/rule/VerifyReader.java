package dev.assay.internal.rule;

import dev.assay.internal.yaml.Fields;
import dev.assay.internal.yaml.Mark;
import dev.assay.internal.yaml.Problems;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.rule.Verification;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the {@code verify:} block. */
final class VerifyReader {
  private static final List<String> KEYS =
      List.of("regex", "unless", "unless-near", "within", "code", "check", "norm");
  private static final List<String> KINDS = List.of("regex", "code", "check", "norm");
  private final Problems problems;
  private final Map<String, Mark> marks;

  VerifyReader(Problems problems, Map<String, Mark> marks) {
    this.problems = problems;
    this.marks = marks;
  }

  Verification read(Fields rule) {
    Mapping map = rule.map("verify");
    if (map == null) {
      if (!rule.has("verify") && !rule.has("match")) {
        problems.add(
            Mark.WHOLE, "the rule has neither match nor verify; say what it looks for in one");
      }
      return new Verification.QueryOnly();
    }
    Fields fields = new Fields(map, problems);
    fields.allow(KEYS);
    KEYS.forEach(key -> marks.put("verify." + key, fields.mark(key)));
    List<String> kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      problems.add(
          rule.keyMark("verify"),
          "verify takes exactly one of regex, code, check and norm; here "
              + (kinds.isEmpty() ? "is none" : "are " + String.join(" and ", kinds)));
      return new Verification.QueryOnly();
    }
    return read(kinds.get(0), fields);
  }

  private Verification read(String kind, Fields fields) {
    if (kind.equals("regex")) {
      return new Verification.Expression(
          fields.required("regex"),
          fields.texts("unless"),
          fields.texts("unless-near"),
          fields.count("within"));
    }
    for (String key : List.of("unless", "unless-near", "within")) {
      if (fields.has(key)) {
        problems.add(fields.keyMark(key), key + " goes with regex, not with " + kind);
      }
    }
    if (kind.equals("code")) {
      Mapping tree = fields.map("code");
      return new Verification.CodePattern(tree == null ? Map.of() : tree.plain());
    }
    if (kind.equals("norm")) {
      Mapping tree = fields.map("norm");
      return new Verification.Norm(tree == null ? Map.of() : tree.plain());
    }
    String check = fields.required("check");
    if (!check.isEmpty() && !Pattern.matches(RuleReader.KEBAB, check)) {
      problems.add(fields.mark("check"), "the check " + check + " is not named in kebab-case");
    }
    return new Verification.Check(check);
  }
}
