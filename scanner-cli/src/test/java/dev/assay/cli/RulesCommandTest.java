package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
  private static final Path PAGES = Path.of("../docs/reference/rules");
  @TempDir private Path work;

  @Test
  void listHasEveryRule() throws IOException {
    Launch launch = Launch.of("rules", "list");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out().lines()).hasSize(Rules.builtIn().rules().size());
    assertThat(launch.out()).containsPattern("(?m)^py-sql-injection +insecure-code +high +high");
  }

  @Test
  void listOfAFamilyHasItAlone() {
    assertThat(Launch.of("rules", "list", "--family", "secret").out().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("secret-\\S+ +secret +.*"));
    assertThat(Launch.of("rules", "list", "--family", "nope").exitCode()).isEqualTo(2);
  }

  @Test
  void showTellsWhatItFindsWhyAndWhatToDo() {
    Launch launch = Launch.of("rules", "show", "py-sql-injection");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out())
        .startsWith("py-sql-injection\n\nSQL is built from outside input.\n\n")
        .contains("Instead: ", "counts      yes", "code in python", "CWE-89")
        .doesNotContain("{evidence}");
  }

  @Test
  void showOfAnUnknownRuleSaysHowToLookForIt() {
    Launch launch = Launch.of("rules", "show", "nope");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("There is no rule 'nope'", "assay rules search");
  }

  @Test
  void searchFindsTheBestFirst() {
    Launch launch = Launch.of("rules", "search", "sql", "injection", "python", "--limit", "5");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out().lines()).hasSizeLessThanOrEqualTo(5);
    assertThat(launch.out()).startsWith("py-sql-");
  }

  @Test
  void searchKnowsFieldsAndSaysWhatDoesNotParse() {
    assertThat(Launch.of("rules", "search", "cwe:CWE-79").out()).contains("xss");
    assertThat(Launch.of("rules", "search", "family:secret AND token").out().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("secret-"));
    assertThat(Launch.of("rules", "search", "zzzqqq").out()).contains("No rule says that");
    Launch broken = Launch.of("rules", "search", "a AND (");
    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.err()).contains("does not parse").doesNotContain("Exception");
  }

  @Test
  void testRunsTheExamplesOfAFolder() throws IOException {
    Path rule = Path.of("../rules/secret/secret-age-key.yaml");
    Path folder = Files.createDirectories(work.resolve("rules/secret"));
    Files.copy(rule, folder.resolve("secret-age-key.yaml"));

    Launch fine = Launch.of("rules", "test", work.resolve("rules").toString());
    assertThat(fine.exitCode()).as(fine.err()).isZero();
    assertThat(fine.out()).startsWith("1 rules, ").contains("all come out as they say");

    Dataset.lines(folder.resolve("bad.yaml"), "id: bad", "family: nope");
    Launch broken = Launch.of("rules", "test", work.resolve("rules").toString());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err()).contains("secret/bad.yaml:2:9: unknown family nope", "problems.");
    assertThat(Launch.of("rules", "test", work.resolve("gone").toString()).err())
        .contains("no such folder");
  }

  @Test
  void testRunsTheExamplesOfAPartOfAFamily() throws IOException {
    Path folder = Files.createDirectories(work.resolve("rules/insecure-code/java"));
    Path rule = Path.of("../rules/insecure-code/java/java-sql-injection.yaml");
    Files.copy(rule, folder.resolve("java-sql-injection.yaml"));

    Launch part = Launch.of("rules", "test", folder.toString());

    assertThat(part.exitCode()).as(part.err()).isZero();
    assertThat(part.out()).startsWith("1 rules, ").contains("all come out as they say");
    assertThat(part.err()).isEmpty();
    Launch family = Launch.of("rules", "test", work.resolve("rules/insecure-code").toString());
    assertThat(family.exitCode()).as(family.err()).isZero();

    Dataset.lines(folder.resolve("bad.yaml"), "id: bad", "family: nope");
    Launch broken = Launch.of("rules", "test", folder.toString());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err()).contains("bad.yaml:2:9: unknown family nope");
  }

  @Test
  void testSaysWhichExampleDoesNotComeOut() throws IOException {
    Path folder = Files.createDirectories(work.resolve("rules/secret"));
    String rule = Files.readString(Path.of("../rules/secret/secret-age-key.yaml"));
    int good = rule.indexOf("good:");
    assertThat(good).isPositive();
    Files.writeString(
        folder.resolve("secret-age-key.yaml"),
        rule.replace("good:", "swapped:").replace("bad:", "good:").replace("swapped:", "bad:"));

    Launch launch = Launch.of("rules", "test", work.resolve("rules").toString());

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.err()).containsPattern("secret/secret-age-key\\.yaml:\\d+:\\d+: ");
  }

  @Test
  void noSubcommandSaysWhichThereAre() {
    Launch launch = Launch.of("rules");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("Which of list, show, search, test, docs?");
  }

  @Test
  void docsWritesThePagesAndRemovesOnlyGeneratedOnesOfRulesThatAreGone() throws IOException {
    Path folder = work.resolve("a/rules");
    assertThat(Launch.of("rules", "docs", folder.toString()).exitCode()).isZero();
    Map<String, String> written = pages(folder);
    Files.copy(folder.resolve("secret.md"), folder.resolve("vanished-family.md"));
    Files.writeString(folder.resolve("by-hand.md"), "# Written by a person\n");

    Launch again = Launch.of("rules", "docs", folder.toString());

    assertThat(again.out()).contains("Wrote ", "removed 1 of rules that are gone");
    assertThat(Dataset.names(folder)).contains("by-hand.md").doesNotContain("vanished-family.md");
    assertThat(pages(folder)).isEqualTo(written).isEqualTo(RulePages.of(Rules.builtIn()));
    assertThat(String.join("", written.values())).doesNotContain("{evidence}");
  }

  @Test
  void thePagesInTheManualAreThoseOfTheRules() throws IOException {
    Map<String, String> committed = Files.isDirectory(PAGES) ? pages(PAGES) : Map.of();

    assertThat(committed.equals(RulePages.of(Rules.builtIn())))
        .as(
            "docs/reference/rules is not what the rules say; run: ./assay rules docs docs/reference/rules")
        .isTrue();
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (Path page : RulePages.generated(folder)) {
      pages.put(page.getFileName().toString(), Files.readString(page, StandardCharsets.UTF_8));
    }
    return pages;
  }
}
