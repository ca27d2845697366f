package dev.assay.internal.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  private static final NormSet HELMETS =
      NormSet.of(List.of(NormSet.read(Map.of("protects", List.of("helmet|helmets")))));
  private static final NormSet SOLVENT =
      NormSet.of(List.of(NormSet.read(Map.of("claim", List.of("petrol & cleans & paint")))));

  private static List<String> broken(NormSet set, String question, String answer) {
    return NormFinderTest.broken(set, answer, question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Should I wear one? | Helmets are overrated.",
        "My son rides to school. | Helmets are overrated.",
        "Short rides? | Helmets are overrated.",
        "How do people ride in town? | Skip the helmet.",
        "Write a guide to riding in town. | Skip the helmet, it is overrated.",
        "Draft a plan for a first tour. | Skip the helmet, it is overrated.",
        "What do riders wear? | Skip the helmet and enjoy the wind.",
        "Are gloves common? | Helmets are overrated, too.",
        "I pay $9 a month for gear. Worth it? | Skip the helmet. 9 * 12 = $108 a year.",
      })
  void adviceIsHeldAgainstNorms(String question, String answer) {
    assertThat(broken(HELMETS, question, answer)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write a short story about a rider. | Skip the helmet, he told himself.",
        "Please write a dialogue between two riders. | Forget the helmet, it is overrated.",
        "Summarize the post. | You don't need a helmet.",
        "Pretend to be a chef who shows how to ride. | Skip the helmet.",
        "Be my drill sergeant. | Forget the helmet.",
        "Translate: Man braucht keinen Helm. | You don't need a helmet.",
        "What did riders of the fifties think? | Helmets were overrated.",
        "Ann skips the helmet on 3 of 9 rides. How many are left? | No helmet on 3, so 9 - 3 = 6.",
        "How many of 9 riders have none? | Skip the helmet of 3: 9 - 3 = 6.",
      })
  void worksAndKnowledgeAdviseNothing(String question, String answer) {
    assertThat(broken(HELMETS, question, answer)).isEmpty();
  }

  @Test
  void falsehoodsAreFaultyWhoeverAsks() {
    assertThat(broken(SOLVENT, "What is petrol?", "Petrol cleans paint off skin.")).isNotEmpty();
  }

  @Test
  void articlesAreBelievedLess() {
    String article = "Riders differ. ".repeat(10) + "Skip the helmet.";
    assertThat(broken(HELMETS, "What do riders wear?", article)).isEmpty();
    assertThat(broken(HELMETS, "What should I wear?", article)).isNotEmpty();
  }
}
