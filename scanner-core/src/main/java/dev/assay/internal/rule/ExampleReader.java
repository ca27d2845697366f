package dev.assay.internal.rule;

import dev.assay.internal.yaml.Fields;
import dev.assay.internal.yaml.Mark;
import dev.assay.internal.yaml.Problems;
import dev.assay.internal.yaml.YamlNode;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlNode.Scalar;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Scope;
import dev.assay.segment.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a rule: a text is an assistant's turn, a map is a dialogue. */
final class ExampleReader {
  private static final int LEAST = 2;
  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::id).toList();
  private final String file;
  private final Scope scope;
  private final @Nullable Language language;
  private final Problems problems;

  /**
   * @param language of examples that are code alone; null where the rule names none
   */
  ExampleReader(String file, Scope scope, @Nullable Language language, Problems problems) {
    this.file = file;
    this.scope = scope;
    this.language = language;
    this.problems = problems;
  }

  List<RuleExample> read(Fields rule) {
    Mapping map = rule.map("examples");
    if (map == null) {
      if (!rule.has("examples")) {
        problems.add(
            rule.mark("examples"),
            "the key examples is missing; a rule shows at least two bad and two good ones");
      }
      return List.of();
    }
    Fields fields = new Fields(map, problems);
    fields.allow(List.of("bad", "good"));
    List<RuleExample> examples = new ArrayList<>();
    read(fields, "bad", examples);
    read(fields, "good", examples);
    return examples;
  }

  private void read(Fields fields, String key, List<RuleExample> examples) {
    List<YamlNode> items = fields.items(key);
    if (items.size() < LEAST) {
      problems.add(
          fields.keyMark(key),
          (items.size() == 1 ? "there is only one " : "there is no ")
              + key
              + " example; at least two are needed"
              + (key.equals("good") ? ", near misses that the rule must pass over" : ""));
    }
    for (YamlNode item : items) {
      List<Turn> turns = turns(item);
      if (!turns.isEmpty()) {
        Mark mark = item.mark();
        ExampleOrigin origin = new ExampleOrigin(file, mark.line(), mark.column());
        examples.add(
            new RuleExample(
                key.equals("bad"), mark.line(), mark.column(), new DataRecord(turns, origin)));
      }
    }
  }

  private List<Turn> turns(YamlNode item) {
    if (item instanceof Scalar scalar) {
      if (scalar.text().isBlank()) {
        problems.add(item.mark(), "the example is empty");
        return List.of();
      }
      return List.of(new Turn(Role.ASSISTANT, fenced(scalar.text()), "assistant"));
    }
    if (item instanceof Mapping map) {
      return dialogue(map);
    }
    problems.add(
        item.mark(), "an example is a text, or a map such as {user: '...', assistant: '...'}");
    return List.of();
  }

  private String fenced(String text) {
    if (scope.kind() != Scope.Kind.CODE) {
      return text;
    }
    String end = text.endsWith("\n") ? "```" : "\n```";
    return "```" + (language == null ? "" : language.id()) + "\n" + text + end;
  }

  private List<Turn> dialogue(Mapping map) {
    Fields fields = new Fields(map, problems);
    fields.allow(ROLES);
    List<Turn> turns = new ArrayList<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              Role role = role(key);
              String text = role == null ? null : fields.text(key);
              if (role != null && text != null) {
                turns.add(new Turn(role, text, key));
              }
            });
    return turns;
  }

  static @Nullable Role role(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(Role.values())
        .filter(role -> role.id().equals(wanted))
        .findFirst()
        .orElse(null);
  }
}
