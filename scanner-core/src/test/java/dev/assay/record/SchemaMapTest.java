package dev.assay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.record.SchemaMap.Column;
import dev.assay.record.SchemaMap.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaMapTest {
  @Test
  void pairsOfRoleAndColumnAreReadInOrder() {
    assertThat(SchemaMap.parse("user=question, Assistant = a.b").columns())
        .containsExactly(new Column(Target.USER, "question"), new Column(Target.ASSISTANT, "a.b"));
  }

  @Test
  void aColumnMayHaveAnEqualsSign() {
    assertThat(SchemaMap.parse("text=a=b").columns())
        .containsExactly(new Column(Target.TEXT, "a=b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answer|is not a pair",
        "''|is not a pair",
        "user=q,|is not a pair",
        "assistant=|names no column",
        "wizard=a|'wizard' is no role",
        "user=a,assistant=a|mapped twice",
        "user=a|nothing that a model learns",
        "user=a,rejected=b|nothing that a model learns",
      })
  void mistakesAreNamedWithTheNextStep(String map, String message) {
    assertThatThrownBy(() -> SchemaMap.parse(map))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
