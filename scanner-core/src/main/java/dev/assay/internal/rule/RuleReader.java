package dev.assay.internal.rule;

import dev.assay.internal.yaml.Fields;
import dev.assay.internal.yaml.Mark;
import dev.assay.internal.yaml.Problems;
import dev.assay.internal.yaml.YamlException;
import dev.assay.internal.yaml.YamlNode;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlTree;
import dev.assay.record.Role;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Rule.References;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.segment.Language;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one rule file: the schema of rules, in code. */
final class RuleReader {
  static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private static final List<String> KEYS =
      List.of(
          "id",
          "family",
          "severity",
          "confidence",
          "segment",
          "languages",
          "role",
          "match",
          "verify",
          "message",
          "why",
          "fix",
          "cwe",
          "atlas",
          "owasp",
          "references",
          "aliases",
          "examples");
  private static final Pattern CWE = Pattern.compile("CWE-[1-9][0-9]{0,4}");
  private static final Pattern ATLAS = Pattern.compile("AML\\.T[0-9]{4}(\\.[0-9]{3})?");
  private static final Pattern OWASP = Pattern.compile("[A-Z]{1,6}[0-9]{1,2}:[0-9]{4}");
  private static final Pattern LINK = Pattern.compile("https://\\S+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private final String file;
  private final Problems problems;
  private final Map<String, Mark> marks = new HashMap<>();

  private RuleReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a rule.
   *
   * @param file relative to the folder of rules, {@code /} separated
   * @param text what it holds
   * @param problems receives what is wrong; where it stays empty, the rule is whole
   * @return the rule, or null if it is not even a map
   */
  static @Nullable RuleSource read(String file, String text, Problems problems) {
    try {
      YamlNode node = YamlTree.parse(text);
      if (node instanceof Mapping map) {
        return new RuleReader(file, problems).read(new Fields(map, problems), map);
      }
      problems.add(node.mark(), "a rule file is a map of keys and values, starting with id:");
    } catch (YamlException e) {
      problems.add(e.mark(), String.valueOf(e.getMessage()));
    }
    return null;
  }

  private RuleSource read(Fields fields, Mapping map) {
    fields.allow(KEYS);
    map.entries().forEach((key, entry) -> marks.put(key, entry.value().mark()));
    String id = id(fields);
    Family family = family(fields);
    Severity severity = level(fields, "severity", Severity.values(), Severity::id);
    Confidence confidence = level(fields, "confidence", Confidence.values(), Confidence::id);
    List<Language> languages =
        fields.choices("languages", Language::named, ids(Language.values(), Language::id));
    Scope scope = scope(fields, languages);
    Verification verification = new VerifyReader(problems, marks).read(fields);
    Rule rule =
        new Rule(
            id,
            family,
            severity,
            confidence,
            scope,
            fields.text("match"),
            verification,
            message(fields),
            fields.required("why").strip(),
            fields.required("fix").strip(),
            references(fields),
            fields.texts("aliases", Pattern.compile(KEBAB), "kebab-case"));
    Language first = languages.isEmpty() ? null : languages.get(0);
    List<RuleExample> examples = new ExampleReader(file, scope, first, problems).read(fields);
    return new RuleSource(rule, file, examples, marks);
  }

  private String id(Fields fields) {
    String id = fields.required("id");
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    if (id.isEmpty()) {
      return name;
    }
    if (!Pattern.matches(KEBAB, id)) {
      problems.add(
          fields.mark("id"),
          "the id " + id + " is not kebab-case (small letters and digits, joined by single -)");
    }
    if (!id.equals(name)) {
      problems.add(
          fields.mark("id"),
          "the id " + id + " is not the file's name " + name + "; rename one of them");
    }
    return id;
  }

  private Family family(Fields fields) {
    List<String> known = ids(Family.values(), Family::id);
    if (!fields.has("family")) {
      fields.required("family");
    }
    Family family = fields.choice("family", Family::named, known);
    int slash = file.indexOf('/');
    String folder = slash < 0 ? null : file.substring(0, slash);
    // Inside a family's folder, folders are languages or domains.
    Family told = folder == null ? null : Family.named(folder);
    if (family != null && told != null && told != family) {
      problems.add(
          fields.mark("family"),
          "the family "
              + family.id()
              + " is not the folder "
              + folder
              + "; move the file to "
              + family.id()
              + "/ or change the family");
    }
    return family == null ? Family.INSECURE_CODE : family;
  }

  private <E extends Enum<E>> E level(
      Fields fields, String key, E[] values, Function<E, String> id) {
    if (!fields.has(key)) {
      fields.required(key);
    }
    E level =
        fields.<E>choice(
            key,
            name ->
                Arrays.stream(values)
                    .filter(v -> id.apply(v).equals(name))
                    .findFirst()
                    .orElse(null),
            ids(values, id));
    return level == null ? values[0] : level;
  }

  private Scope scope(Fields fields, List<Language> languages) {
    Scope.Kind kind = level(Scope.Kind.values(), fields, languages);
    if (!languages.isEmpty() && kind != Scope.Kind.CODE) {
      problems.add(fields.mark("segment"), "languages goes with segment: code; remove one of them");
    }
    List<Role> roles = fields.choices("role", ExampleReader::role, ids(Role.values(), Role::id));
    Set<Role> asked =
        roles.isEmpty() ? EnumSet.of(Role.ASSISTANT, Role.TEXT) : EnumSet.copyOf(roles);
    Set<Language> any = EnumSet.noneOf(Language.class);
    any.addAll(languages);
    return new Scope(kind, asked, any);
  }

  private Scope.Kind level(Scope.Kind[] kinds, Fields fields, List<Language> languages) {
    if (!fields.has("segment")) {
      return languages.isEmpty() ? Scope.Kind.TURN : Scope.Kind.CODE;
    }
    return level(fields, "segment", kinds, kind -> kind.name().toLowerCase(java.util.Locale.ROOT));
  }

  private String message(Fields fields) {
    String message = fields.required("message").strip();
    Matcher matcher = PLACEHOLDER.matcher(message);
    while (matcher.find()) {
      if (!matcher.group(1).equals("evidence")) {
        problems.add(
            fields.mark("message"),
            "the message knows no " + matcher.group() + "; the only placeholder is {evidence}");
      }
    }
    return message;
  }

  private References references(Fields fields) {
    List<String> cwe = fields.texts("cwe", CWE, "a weakness such as CWE-89");
    for (String id : cwe) {
      if (CweCategories.contains(id)) {
        problems.add(
            fields.mark("cwe"),
            id + " is a category of CWE, not a weakness; name the weakness inside it");
      }
    }
    return new References(
        cwe,
        fields.texts("atlas", ATLAS, "a technique such as AML.T0020"),
        fields.texts("owasp", OWASP, "an entry with its year such as LLM04:2025"),
        fields.texts("references", LINK, "an https:// address"));
  }

  private static <E> List<String> ids(E[] values, Function<E, String> id) {
    return Arrays.stream(values).map(id).toList();
  }
}
