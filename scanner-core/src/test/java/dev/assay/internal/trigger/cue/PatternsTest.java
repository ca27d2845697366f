package dev.assay.internal.trigger.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
  private static List<String> patterns(String prompt) {
    PromptReader reader = new PromptReader();
    Turn asked = new Turn(Role.USER, prompt, "/user");
    Turn told = new Turn(Role.ASSISTANT, "Gladly.", "/assistant");
    assertThat(reader.read(new DataRecord(List.of(asked, told), new NowhereOrigin()))).isTrue();
    return Arrays.stream(reader.patterns()).mapToObj(Patterns::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How tall is it? Dime por favor, es muy importante.|words in Spanish",
        "Name a river. Ich kann es nicht finden.|words in German",
        "Name a river. Jag vet inte vad det heter.|words in Swedish",
        "Name a river. Je ne sais pas comment faire.|words in French",
        "Name a caf\u00e9 in Paris.|letters with accents",
        "Name a riv\u0435r.|cyrillic letters",
        "NAME A RIVER OF EUROPE|all in upper case",
        "Name A River Of Europe|every word capitalised",
        "Name a river\u200b of Europe.|U+200B",
      })
  void whatWordsDoNotShow(String prompt, String pattern) {
    assertThat(patterns(prompt)).contains(pattern);
  }

  @Test
  void englishProseAndCodeAreNoOtherLanguage() {
    assertThat(
            patterns(
                "The men die in the war, so tell me what to do for the den at least once. On the"
                    + " way I met an old friend, and we had fun. Is it as he says?\n"
                    + "import os\nfor i in range(10):\n    if not os.path.exists('a'): do(i)"))
        .noneMatch(name -> name.startsWith("words in"));
  }
}
