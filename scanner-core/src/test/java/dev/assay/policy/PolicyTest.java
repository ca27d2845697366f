package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.ScanConfig;
import dev.assay.estimate.GatePolicy;
import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
  private static final Path SCHEMA = Path.of("../docs/reference/policy.schema.json");
  private static final Path PAGE = Path.of("../docs/reference/policy.md");
  private static final Path VERSION_1 =
      Path.of("src/test/resources/dev/assay/policy/version-1.yaml");

  @TempDir Path folder;

  @Test
  void aFileOfTheFirstVersionLoadsAsItDidThen() throws Exception {
    Settings settings = Settings.standard();
    Policy.load(VERSION_1).applyTo(settings);
    ScanConfig config = settings.config();
    assertThat(config.include()).containsExactly("train/**", "*.csv");
    assertThat(config.exclude()).containsExactly("old/**");
    assertThat(config.threshold()).isEqualTo(0.02);
    assertThat(config.gatePolicy()).isEqualTo(GatePolicy.UPPER);
    assertThat(config.families()).isEqualTo(Set.of(Family.SECRET, Family.INSECURE_CODE));
    assertThat(config.thresholds().paths()).hasSize(2);
    assertThat(config.thresholds().paths().get(0).pattern()).isEqualTo("train/**");
    assertThat(config.thresholds().families()).containsEntry(Family.SECRET, 0.0);
    assertThat(config.thresholds().severities()).containsEntry(Severity.HIGH, 0.01);
    assertThat(config.countLimits().byFamily().get(Family.PERSONA).fail()).isEqualTo(4);
    assertThat(config.countLimits().byFamily()).doesNotContainKey(Family.BACKDOOR_TRIGGER);
    assertThat(config.maxMalformed()).isEqualTo(0.001);
    assertThat(config.maxRecordBytes()).isEqualTo(1_048_576);
    assertThat(config.threads()).isEqualTo(2);
    Path there = VERSION_1.toAbsolutePath().getParent();
    assertThat(config.sources()).containsExactly(there.resolve("data").toString());
    assertThat(config.ruleFolders()).containsExactly(there.resolve("rules"));
    assertThat(config.calibration()).isEqualTo(there.resolve("calibration.json"));
    assertThat(settings.origin(Setting.FAIL_ABOVE)).isEqualTo(VERSION_1 + ":15:13");
  }

  @Test
  void everythingThatIsWrongIsSaidWithItsPlace() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    version: 1
                    fail-abve: 1%
                    fail-above: 5
                    include: []
                    gate: maybe
                    thresholds:
                      paths:
                        "!train/**": 1%
                        "dev/**": lots
                      familys: {}
                    fail-count:
                      persna: 3
                      secret: -1
                    threads: many
                    trust-framing: perhaps
                    map: [a, b]
                    """))
        .isInstanceOf(InvalidPolicyException.class)
        .satisfies(
            e ->
                assertThat(
                        e.getMessage()
                            .lines()
                            .map(line -> line.substring(line.lastIndexOf(".assay.yaml"))))
                    .containsExactly(
                        ".assay.yaml:2:1: unknown key fail-abve; did you mean fail-above?",
                        ".assay.yaml:3:13: fail-above: '5' is more than everything: write 5% for a percentage.",
                        ".assay.yaml:4:10: include is empty: fill it in, or take it out",
                        ".assay.yaml:5:7: gate: 'maybe' is no policy of the gate; there are: observed, estimate, lower, upper.",
                        ".assay.yaml:8:5: the pattern !train/** takes files back; name those that it is for",
                        ".assay.yaml:9:15: dev/**: 'lots' is not a fraction: write 5% or 0.05.",
                        ".assay.yaml:10:3: unknown key familys; did you mean families?",
                        ".assay.yaml:12:3: unknown key persna; did you mean persona?",
                        ".assay.yaml:13:11: secret: '-1' is not a whole number from 0 to 2147483647.",
                        ".assay.yaml:14:10: threads: 'many' is not a whole number from 1 to 2147483647.",
                        ".assay.yaml:15:16: trust-framing: 'perhaps' is neither true nor false.",
                        ".assay.yaml:16:6: map must be a single value"));
  }

  @Test
  void aKeyTwiceABombAndNoVersionAreRefused() {
    assertThatThrownBy(() -> load("version: 1\ngate: lower\ngate: upper\n"))
        .hasMessageEndingWith(":3:1: the key gate stands twice, first in line 2");
    assertThatThrownBy(() -> load("version: 1\nsources: &a [x]\ninclude: *a\n"))
        .hasMessageContaining("anchors");
    assertThatThrownBy(() -> load("gate: lower\n"))
        .hasMessageContaining("the key version is missing");
    assertThatThrownBy(() -> load("version: 2\n")).hasMessageContaining("take a newer Assay");
    assertThatThrownBy(() -> load("- a\n")).hasMessageContaining("a policy is a map");
    assertThatThrownBy(
            () -> load("source-options: {s3.endpoint: http://x.example.com}\nversion: 1\n"))
        .hasMessageContaining("unknown key source-options");
  }

  @Test
  void theNearestUpToTheRepositorysRootHolds() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("repo/a/b"));
    Files.writeString(folder.resolve(Policy.FILE), "version: 1");
    assertThat(Policy.find(inner)).as("no repository: what lies above is not ours").isNull();
    Files.createDirectory(folder.resolve("repo/.git"));
    assertThat(Policy.find(inner)).as("never above the repository").isNull();
    Path outer = Files.writeString(folder.resolve("repo/.assay.yaml"), "version: 1");
    assertThat(Policy.find(inner)).isEqualTo(outer);
    Path nearer = Files.writeString(folder.resolve("repo/a/.assay.yaml"), "version: 1");
    assertThat(Policy.find(inner)).isEqualTo(nearer);
  }

  @Test
  void parserSettingsAndSchemaHaveTheSameKeys() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
    assertThat(names(schema.get("properties")))
        .containsExactlyInAnyOrderElementsOf(PolicyReader.KEYS);
    assertThat(names(schema.at("/properties/thresholds/properties")))
        .containsExactlyInAnyOrderElementsOf(PolicyReader.THRESHOLD_KEYS);
    List<String> keys = new ArrayList<>(List.of("version"));
    for (Setting setting : Setting.values()) {
      if (setting.key() != null) {
        keys.add(setting.key());
      }
    }
    assertThat(PolicyReader.KEYS).containsExactlyInAnyOrderElementsOf(keys);
    List<String> families = new ArrayList<>();
    schema.at("/$defs/family/enum").forEach(name -> families.add(name.asText()));
    assertThat(families)
        .containsExactlyElementsOf(
            java.util.Arrays.stream(Family.values()).map(Family::id).toList());
  }

  @Test
  void whatTheReaderTakesTheSchemaTakesAndThePageShows() throws Exception {
    List<String> good = new ArrayList<>(List.of(Files.readString(VERSION_1), "version: 1\n"));
    String page = Files.readString(PAGE);
    Matcher blocks = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (blocks.find()) {
      good.add(blocks.group(1));
    }
    assertThat(good).hasSizeGreaterThan(2);
    for (String text : good) {
      load(text);
      assertThat(violations(text)).as(text).isEmpty();
    }
    for (String text :
        List.of(
            "version: 2\n",
            "version: 1\nfail-above: 5\n",
            "version: 1\nx: 1\n",
            "version: 1\ngate: no-such\n")) {
      assertThatThrownBy(() -> load(text)).isInstanceOf(InvalidPolicyException.class);
      assertThat(violations(text)).as(text).isNotEmpty();
    }
    for (String key : PolicyReader.KEYS) {
      assertThat(page).contains("| `" + key + "` |");
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> violations(String yaml) throws IOException {
    String json = new YAMLMapper().readTree(yaml).toString();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(SCHEMA))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(message -> message.getMessage())
        .toList();
  }

  private Policy load(String text) throws InvalidPolicyException, IOException {
    return Policy.load(Files.writeString(folder.resolve(Policy.FILE), text));
  }
}
