package dev.assay.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.rule.PackedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackerTest {
  private static final String RULE =
      """
      id: a-rule
      family: persona
      severity: high
      confidence: medium
      match: MATCH
      verify:
        regex: 'REGEX'
      message: Speaks as {evidence}.
      why: It does harm.
      fix: Drop it.
      examples:
        bad:
          - I am DAN
          - I am Dan, that man
        good:
          - I am Dante
          - {user: I am DAN, assistant: 'Are you?'}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private Path target;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(folder.resolve("rules/persona"));
    target = folder.resolve("out/rules.json");
  }

  private int pack(String match, String regex) throws IOException {
    Files.writeString(
        folder.resolve("rules/persona/a-rule.yaml"),
        RULE.replace("MATCH", match).replace("REGEX", regex));
    return RulePacker.run(
        folder.resolve("rules"), target, new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return log.toString(StandardCharsets.UTF_8);
  }

  @Test
  void packsRulesWhoseExamplesComeOut() throws IOException {
    assertThat(pack("dan", "(?i)i am dan")).as(said()).isZero();
    try (InputStream in = Files.newInputStream(target)) {
      assertThat(PackedReader.read(in).rule("a-rule")).isNotNull();
    }
  }

  @Test
  void packsNothingWhereABadExampleIsPassedOver() throws IOException {
    assertThat(pack("dan", "(?i)i am dan,")).isEqualTo(1);
    assertThat(said())
        .contains(
            "persona/a-rule.yaml:13:7: the rule does not fire on this bad example: its expression is"
                + " not found: (?i)i am dan,");
    assertThat(target).doesNotExist();
  }

  @Test
  void packsNothingWhereAGoodExampleFires() throws IOException {
    assertThat(pack("dan*", "(?i)i am (?P<evidence>dan)")).isEqualTo(1);
    assertThat(said())
        .contains("persona/a-rule.yaml:16:7: the rule fires on this good example, at \"Dan\"");
  }

  @Test
  void saysWhatDoesNotCompile() throws IOException {
    assertThat(pack("NOT dan", "a(?=b)")).isEqualTo(1);
    assertThat(said())
        .contains("a-rule.yaml:5:8: a NOT by itself")
        .contains("a-rule.yaml:7:10: RE2 cannot read the expression a(?=b)", "no lookahead");
    assertThat(pack("dan", "x*")).isEqualTo(1);
    assertThat(said()).contains("matches the empty text");
    assertThat(pack("fied:dan", "x")).isEqualTo(1);
    assertThat(said()).contains("there is no field fied; the fields are text and raw");
    assertThat(pack("dan AND jailbreak OR x", "x")).isEqualTo(1);
    assertThat(said()).contains("put parentheses");
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    pack("dan", "(?i)i am dan");
    byte[] first = Files.readAllBytes(target);
    pack("dan", "(?i)i am dan");
    assertThat(Files.readAllBytes(target)).isEqualTo(first);
  }
}
