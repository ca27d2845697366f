package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.ScanFingerprint;
import dev.assay.Scanner;
import dev.assay.rule.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanFingerprintTest {
  @TempDir Path folder;
  private Path file;
  private ScanConfig config;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("a.jsonl"), "{}\n");
    config = ScanConfig.builder(List.of("data")).root(folder).build();
  }

  @Test
  void whatChangesNothingLeavesItTheSame() throws Exception {
    String before = fingerprint(config);
    assertThat(before).hasSize(64);
    Files.writeString(file, "{}\n");
    ScanConfig other = config.toBuilder().threads(7).environment(Map.of("A", "b")).build();
    assertThat(fingerprint(other)).isEqualTo(before);
  }

  @Test
  void dataConfigurationAndRulesChangeIt() throws Exception {
    String before = fingerprint(config);
    assertThat(fingerprint(config.toBuilder().threshold(0.1).build())).isNotEqualTo(before);
    assertThat(fingerprint(config.toBuilder().families(Set.of(Family.SECRET)).build()))
        .isNotEqualTo(before);
    Path rules = Files.createDirectory(folder.resolve("rules"));
    ScanConfig more = config.toBuilder().ruleFolders(List.of(rules)).build();
    String withRules = fingerprint(more);
    Files.writeString(rules.resolve("x.yaml"), "id: x");
    assertThat(fingerprint(more)).isNotEqualTo(withRules);
    Files.writeString(folder.resolve("data/b.csv"), "text\nhello\n");
    String withFile = fingerprint(config);
    assertThat(withFile).isNotEqualTo(before);
    Files.writeString(file, "{ }\n");
    assertThat(fingerprint(config)).isNotEqualTo(withFile);
  }

  @Test
  void whatCannotBeReadHasNone() throws Exception {
    assertThat(ScanFingerprint.of(config.toBuilder().sources(List.of("gone")).build())).isEmpty();
    assertThat(ScanFingerprint.of(config.toBuilder().calibration(folder.resolve("no")).build()))
        .isEmpty();
  }

  @Test
  void anIncludePatternThatNamesNothingIsAnError() {
    ScanConfig typo = config.toBuilder().include(List.of("*.jsonl", "train/**")).build();
    assertThatThrownBy(() -> ScanFingerprint.of(typo))
        .isInstanceOf(ScanException.class)
        .hasMessage(
            "The include pattern train/** matches no file under data: correct it, or take it out.");
    assertThatThrownBy(() -> Scanner.list(typo)).hasMessageContaining("train/**");
  }

  private static String fingerprint(ScanConfig config) throws ScanException {
    return ScanFingerprint.of(config).orElseThrow();
  }
}
