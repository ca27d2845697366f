package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each exit code by several ways, and what is said with it. */
class ExitCodesTest {
  @TempDir private Path work;
  private String good = "";

  @BeforeEach
  void write() throws IOException {
    good = Dataset.lines(work.resolve("good.jsonl"), Dataset.GOOD, Dataset.GOOD).toString();
  }

  @Test
  void cleanDataPass() {
    Launch launch = Launch.of("scan", good);

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out()).contains("PASS");
  }

  @Test
  void quietPrintsNothingOnStandardOutput() {
    Launch launch = Launch.of("scan", good, "--quiet");

    assertThat(launch).isEqualTo(new Launch(0, "", ""));
  }

  @Test
  void quietStillSaysThatSomethingIsMissing() {
    Launch launch = Launch.of("scan", good, work.resolve("gone.jsonl").toString(), "-q");

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err()).contains("Not everything could be scanned: 1 files");
  }

  @Test
  void tooMuchPoisonFails() throws IOException {
    Path file = Dataset.lines(work.resolve("bad.jsonl"), Dataset.GOOD, Dataset.BAD);

    Launch launch = Launch.of("scan", file.toString());

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.out()).contains("FAIL", "50 % of records are suspect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"observed", "estimate", "lower", "upper"})
  void aLimitOfEverythingLetsAllPass(String policy) throws IOException {
    Path file = Dataset.lines(work.resolve("bad.jsonl"), Dataset.GOOD, Dataset.BAD);

    Launch launch = Launch.of("scan", file.toString(), "--fail-above", "100%", "--gate", policy);

    assertThat(launch.exitCode()).as(launch.err()).isZero();
    assertThat(launch.out()).contains("within the limit of 100 %");
  }

  @Test
  void doubtFailsUnderThePolicyThatWantsProof() {
    assertThat(Launch.of("scan", good, "--gate", "upper").exitCode()).isEqualTo(1);
    assertThat(Launch.of("scan", good, "--gate", "lower").exitCode()).isZero();
  }

  @Test
  void aMissingFileIsAHole() {
    Launch launch = Launch.of("scan", good, work.resolve("gone.jsonl").toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(words(launch)).contains("INCOMPLETE", "gone.jsonl is not there");
  }

  @Test
  void anEmptyFileIsAHole() throws IOException {
    Path empty = Files.createFile(work.resolve("empty.jsonl"));

    Launch launch = Launch.of("scan", good, empty.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(words(launch)).contains("empty.jsonl The file holds no records.");
  }

  @Test
  void anEmptyFolderNamedLikeAFileIsAHole() throws IOException {
    Path folder = Files.createDirectory(work.resolve("folder.jsonl"));

    Launch launch = Launch.of("scan", folder.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(words(launch)).contains("INCOMPLETE", "Nothing was scanned");
  }

  @Test
  void malformedLinesAreAHoleUnlessTolerated() throws IOException {
    List<String> rows = IntStream.range(0, 199).mapToObj(Dataset::good).toList();
    Path file = Dataset.lines(work.resolve("m.jsonl"), String.join("\n", rows), "{\"messages\": [");

    Launch strict = Launch.of("scan", file.toString());
    assertThat(strict.exitCode()).isEqualTo(3);
    assertThat(words(strict)).contains("m.jsonl:200 The record is not valid JSON", "1 malformed");

    Launch tolerant = Launch.of("scan", file.toString(), "--max-malformed", "1%");
    assertThat(tolerant.exitCode()).isZero();
    assertThat(words(tolerant)).contains("PASS", "m.jsonl:200", "of 200 records (1 malformed)");
    assertThat(Launch.of("scan", file.toString(), "--max-malformed", "0.4%").exitCode())
        .isEqualTo(3);
    assertThat(Launch.of("scan", file.toString(), "--max-malformed", "0.005").exitCode()).isZero();
  }

  @Test
  void toleratedHolesDoNotHidePoison() throws IOException {
    Path file = Dataset.lines(work.resolve("m.jsonl"), Dataset.BAD, Dataset.GOOD, "{");

    assertThat(Launch.of("scan", file.toString()).exitCode()).isEqualTo(3);
    assertThat(Launch.of("scan", file.toString(), "--max-malformed", "50%").exitCode())
        .isEqualTo(1);
  }

  @Test
  void theMapThatAnUnknownSchemaSuggestsWorks() throws IOException {
    Path file =
        Dataset.lines(
            work.resolve("odd.jsonl"),
            "{\"wish\": \"a script\", \"id\": 7, \"what came\": \"" + "take the stairs\"}",
            "{\"wish\": \"a cake\", \"id\": 8, \"what came\": \"flour, eggs and butter\"}");

    Launch unknown = Launch.of("scan", file.toString());
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(words(unknown)).contains("Keys seen: wish (text), id (number), what came (text)");

    String said = words(unknown);
    int from = said.indexOf("such as --map '") + "such as --map '".length();
    String map = said.substring(from, said.indexOf('\'', from));
    assertThat(map).isEqualTo("user=wish,assistant=what came");
    assertThat(Launch.of("scan", file.toString(), "--map", map).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fail-above       | 5          | write 5% for a percentage
          --fail-above       | 150%       | from 0% to 100%
          --fail-above       | -5%        | from 0% to 100%
          --fail-above       | NaN        | is no fraction
          --fail-above       | lots       | write 5% or 0.05
          --max-malformed    | 2          | write 2% for a percentage
          --families         | poison     | there are: insecure-code
          --fail-count       | poison=3   | there are: insecure-code
          --fail-count       | secret=-1  | not a whole number from 0
          --fail-count       | secret     | KEY=VALUE
          --threads          | 0          | not a whole number from 1
          --threads          | many       | not a whole number from 1
          --max-record-bytes | 0          | not a whole number from 1
          --gate             | maybe      | UPPER
          --map              | user       | write it as in user=question
          --map              | user=q     | names nothing that a model learns
          --calibration      | gone.json  | cannot be read
          --calibration      | .          | cannot be read
          --rules            | gone       | no such folder
          --colour           | always     | Unknown option
          """)
  void wrongUsageScansNothingAndSaysWhatIsRight(String option, String value, String said) {
    Launch launch = Launch.of("scan", good, option, value);

    assertThat(launch.exitCode()).as(launch.err()).isEqualTo(2);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err()).startsWith("assay: ").contains(said).doesNotContain("not meant");
  }

  @Test
  void nothingToScanIsWrongUsage() {
    Launch launch = Launch.of("scan");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("Missing required parameter: 'SOURCE'");
  }

  @Test
  void aGarbledCalibrationIsNamedWithItsLine() throws IOException {
    Path calibration = Dataset.lines(work.resolve("c.json"), "{\"schema\": ", "garbage");

    Launch launch = Launch.of("scan", good, "--calibration", calibration.toString());

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("c.json, line 2: this is not JSON", "assay calibrate");
  }

  @Test
  void brokenRulesAreNamedWithTheirPlaces() throws IOException {
    Path folder = Files.createDirectories(work.resolve("rules/persona"));
    Dataset.lines(folder.resolve("mine.yaml"), "id: mine", "family: persnoa", "message: A: B");

    Launch launch = Launch.of("scan", good, "--rules", work.resolve("rules").toString());

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).containsPattern("persona/mine\\.yaml:\\d+:\\d+: ");
    assertThat(launch.err()).doesNotContain("Exception", "not meant");
  }

  @Test
  void aRuleThatTakesABuiltInNameIsRefused() throws IOException {
    Path folder = Files.createDirectories(work.resolve("rules/secret"));
    Files.copy(
        Path.of("../rules/secret/secret-age-key.yaml"), folder.resolve("secret-age-key.yaml"));

    Launch launch = Launch.of("scan", good, "--rules", work.resolve("rules").toString());

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("secret-age-key", "ids are unique");
  }

  @Test
  void stackTracesComeOnlyWhenAskedFor() {
    String gone = work.resolve("gone").toString();

    assertThat(Launch.of("scan", good, "--rules", gone).err()).doesNotContain("\tat ");
    assertThat(Launch.of("scan", good, "--rules", gone, "--stacktrace").err()).contains("\tat ");
  }

  /** The output as running words, however it was broken into lines. */
  static String words(Launch launch) {
    return launch.out().replaceAll("\\s+", " ");
  }
}
