package dev.assay.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.internal.engine.TestRules;
import dev.assay.record.Role;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification.Check;
import dev.assay.rule.Verification.CodePattern;
import dev.assay.rule.Verification.Expression;
import dev.assay.segment.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRulesTest {
  private static final RuleSet RULES =
      RuleSet.of(
          List.of(
              TestRules.rule("b")
                  .match("dan \"\u2028\ud83d\ude00\"")
                  .cwe("CWE-89")
                  .of(Role.values())
                  .build(),
              TestRules.rule("a")
                  .verify(new Expression("x\\b", List.of("u"), List.of("n"), 7))
                  .in(Scope.Kind.CODE, Language.PYTHON, Language.C)
                  .build(),
              TestRules.rule("c")
                  .verify(new CodePattern(Map.of("k", List.of(1, true, "s", Map.of("d", 1.5)))))
                  .build(),
              TestRules.rule("d").verify(new Check("arithmetic")).build()));

  private static byte[] packed(RuleSet rules) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackedWriter.write(rules, out);
    return out.toByteArray();
  }

  @Test
  void comeOutAsTheyWentIn() throws IOException {
    RuleSet read = PackedReader.read(new ByteArrayInputStream(packed(RULES)));
    assertThat(read.rules()).isEqualTo(RULES.rules());
    assertThat(read.version()).isEqualTo(RULES.version());
  }

  @Test
  void areTheSameBytesWhateverTheOrderTheyCameIn() throws IOException {
    List<dev.assay.rule.Rule> reversed = new java.util.ArrayList<>(RULES.rules());
    java.util.Collections.reverse(reversed);
    assertThat(packed(RuleSet.of(reversed))).isEqualTo(packed(RULES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"format\":2,\"rules\":[]}",
        "{\"format\":1,\"rules\":[{\"id\":\"a\"}]}",
        "{\"format\":1,\"rules\":[",
        "{\"format\":1,\"rules\":[{\"id\":7}]}"
      })
  void refusesAnythingElse(String text) {
    assertThatThrownBy(
            () ->
                PackedReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }
}
