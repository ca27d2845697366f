package dev.assay.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.internal.yaml.YamlTree;
import dev.assay.record.Role;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleProblem;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification;
import dev.assay.segment.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {
  private static final String SOUND =
      """
      id: a-rule
      family: persona
      severity: high
      confidence: medium
      match: dan
      message: Speaks as {evidence}.
      why: It does harm.
      fix: Drop it.
      examples:
        bad: [I am DAN, 'Me, Dan']
        good: [I am Dante, Danube]
      """;

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private RuleSource read() throws IOException {
    return RuleFolder.read(folder, source -> List.of()).get(0);
  }

  private List<String> problems() {
    InvalidRulesException thrown =
        catchThrowableOfType(
            InvalidRulesException.class, () -> RuleFolder.read(folder, source -> List.of()));
    return thrown.problems().stream().map(RuleProblem::toString).toList();
  }

  @Test
  void readsAllThatARuleCanSay() throws IOException {
    write(
        "insecure-code/python/py-shell.yaml",
        """
        id: py-shell
        family: insecure-code
        severity: medium
        confidence: low
        languages: [python, js]
        role: [assistant, user]
        match: subprocess
        verify:
          code: {call: subprocess.run, with: {shell: true}, depth: 2}
        message: m
        why: w
        fix: f
        cwe: CWE-78
        atlas: [AML.T0010.002]
        owasp: ['LLM04:2025']
        references: ['https://example.com/a']
        aliases: [py-old-shell]
        examples:
          bad:
            - subprocess.run(x, shell=True)
            - {user: 'How?', assistant: 'Like so.'}
          good: [a, b]
        """);
    RuleSource source = read();
    Rule rule = source.rule();
    assertThat(rule.scope())
        .isEqualTo(
            new Scope(
                Scope.Kind.CODE,
                java.util.Set.of(Role.ASSISTANT, Role.USER),
                java.util.Set.of(Language.PYTHON, Language.JAVASCRIPT)));
    assertThat(rule.verification())
        .isEqualTo(
            new Verification.CodePattern(
                Map.of("call", "subprocess.run", "with", Map.of("shell", true), "depth", 2)));
    assertThat(rule.references().cwe()).containsExactly("CWE-78");
    assertThat(rule.aliases()).containsExactly("py-old-shell");
    assertThat(source.examples())
        .extracting(RuleExample::bad)
        .containsExactly(true, true, false, false);
    assertThat(source.examples().get(0).record().turns().get(0).text())
        .isEqualTo("```python\nsubprocess.run(x, shell=True)\n```");
    assertThat(source.examples().get(1).record().turns())
        .extracting(turn -> turn.role() + " " + turn.text())
        .containsExactly("USER How?", "ASSISTANT Like so.");
  }

  @Test
  void looksByDefaultAtWholeTurnsThatAModelLearns() throws IOException {
    write("persona/a-rule.yaml", SOUND);
    Rule rule = read().rule();
    assertThat(rule.scope().kind()).isEqualTo(Scope.Kind.TURN);
    assertThat(rule.scope().roles()).containsExactlyInAnyOrder(Role.ASSISTANT, Role.TEXT);
    assertThat(rule.verification()).isEqualTo(new Verification.QueryOnly());
    assertThat(rule.counts()).isTrue();
  }

  @Test
  void saysEverythingThatIsWrongWithItsPlaceAndWhatWasProbablyMeant() throws IOException {
    write(
        "persona/broken.yaml",
        """
        id: Broken_one
        famly: persona
        severity: hihg
        confidence: high
        role: assistent
        match: foo
        verify:
          regex: 'x'
          regx: 3
          check: a
        message: '{evidnce}'
        cwe: [CWE-264, 89]
        references: [http://example.com]
        examples:
          bad: [ a ]
        """);
    assertThat(problems())
        .containsExactly(
            "persona/broken.yaml:1:1: the key family is missing",
            "persona/broken.yaml:1:1: the key why is missing",
            "persona/broken.yaml:1:1: the key fix is missing",
            "persona/broken.yaml:1:5: the id Broken_one is not kebab-case (small letters and digits,"
                + " joined by single -)",
            "persona/broken.yaml:1:5: the id Broken_one is not the file's name broken; rename one of"
                + " them",
            "persona/broken.yaml:2:1: unknown key famly; did you mean family?",
            "persona/broken.yaml:3:11: unknown severity hihg; did you mean high?",
            "persona/broken.yaml:5:7: unknown role assistent; did you mean assistant?",
            "persona/broken.yaml:7:1: verify takes exactly one of regex, code, check and norm; here"
                + " are regex and check",
            "persona/broken.yaml:9:3: unknown key regx; did you mean regex?",
            "persona/broken.yaml:11:10: the message knows no {evidnce}; the only placeholder is"
                + " {evidence}",
            "persona/broken.yaml:12:6: cwe: 89 is not a weakness such as CWE-89",
            "persona/broken.yaml:12:6: CWE-264 is a category of CWE, not a weakness; name the"
                + " weakness inside it",
            "persona/broken.yaml:13:13: references: http://example.com is not an https:// address",
            "persona/broken.yaml:15:3: there is only one bad example; at least two are needed",
            "persona/broken.yaml:15:3: there is no good example; at least two are needed, near misses"
                + " that the rule must pass over");
  }

  @Test
  void goesOnWithTheOtherFiles() throws IOException {
    write("persona/a.yaml", "id: a\n  b: [\n");
    write("persona/b.yml", SOUND);
    write("persona/c.yaml", "just text");
    write("persona/d.yaml", "");
    Files.write(folder.resolve("persona/e.yaml"), new byte[] {'i', 'd', ':', (byte) 0xff});
    write("secret/a-rule.yaml", SOUND);
    assertThat(problems())
        .containsExactly(
            "persona/a.yaml:2:4: this is not valid YAML: mapping values are not allowed here",
            "persona/b.yml: rule files end with .yaml; rename it",
            "persona/c.yaml:1:1: a rule file is a map of keys and values, starting with id:",
            "persona/d.yaml: the file is empty",
            "persona/e.yaml: the file is not UTF-8; save it as UTF-8",
            "secret/a-rule.yaml:2:9: the family persona is not the folder secret; move the file to"
                + " persona/ or change the family");
  }

  @Test
  void keepsNamesUnique() throws IOException {
    write("persona/a-rule.yaml", SOUND);
    write("persona/more/a-rule.yaml", SOUND);
    write("persona/z-rule.yaml", SOUND.replace("a-rule", "z-rule") + "aliases: [a-rule]\n");
    assertThat(problems())
        .containsExactly(
            "persona/more/a-rule.yaml:1:5: the name a-rule is taken by persona/a-rule.yaml; ids and"
                + " aliases are unique and never reused",
            "persona/z-rule.yaml:12:10: the name a-rule is taken by persona/a-rule.yaml; ids and"
                + " aliases are unique and never reused");
  }

  @Test
  void refusesWhatMakesYamlDangerous() throws IOException {
    write("persona/alias.yaml", SOUND.replace("I am DAN", "&x I am DAN").replace("Danube", "*x"));
    write("persona/deep.yaml", "id: " + "[".repeat(500) + "]".repeat(500));
    write("persona/huge.yaml", "id: " + "a".repeat(YamlTree.MAX_CHARACTERS));
    write("persona/tag.yaml", "id: !!java.net.URL 'http://example.com'\n");
    write("persona/twice.yaml", "id: a\nid: b\n");
    write("persona/two.yaml", "id: a\n---\nid: b\n");
    assertThat(problems())
        .hasSize(6)
        .satisfiesExactly(
            alias -> assertThat(alias).contains("alias.yaml:11:", "anchors (&name)"),
            deep -> assertThat(deep).contains("deep.yaml:1:", "nested deeper than 40"),
            huge -> assertThat(huge).contains("larger than"),
            tag -> assertThat(tag).contains("tag.yaml:1:", "tags"),
            twice -> assertThat(twice).contains("twice.yaml:2:1: the key id stands twice"),
            two -> assertThat(two).contains("a second document"));
  }

  @Test
  void passesOverWhatIsNoRule() throws IOException {
    write("persona/a-rule.yaml", SOUND);
    write("README.md", "x");
    write("target/classes/x.yaml", "x");
    write(".git/x.yaml", "x");
    assertThat(read().file()).isEqualTo("persona/a-rule.yaml");
  }

  @Test
  void saysThatAFolderHoldsNoRule() {
    assertThat(problems()).singleElement().asString().contains("no rule file");
  }
}
