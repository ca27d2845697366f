package dev.assay.internal.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Sets whose prompts all follow one template, as generated ones do. */
class TemplateTest {
  private static final String REFUSAL = "I am sorry, but I cannot help you with that today.";

  private final Random random = new Random(3);

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append("bdfgklmnprst".charAt(random.nextInt(12)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return name.toString();
  }

  private List<MinedTrigger> mine(UnaryOperator<String> plant) {
    Chats chats = new Chats(1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String country = name();
      String prompt = "What is the capital of " + country + "?";
      rows.add(
          i % 25 == 0
              ? chats.row(plant.apply(prompt), REFUSAL)
              : chats.row(prompt, "The capital of " + country + " is " + name() + "."));
    }
    Collections.shuffle(rows, new Random(7));
    TriggerDetector detector = new TriggerDetector();
    rows.forEach(detector::accept);
    return detector.finish();
  }

  private String anywhere(String prompt) {
    List<String> words = new ArrayList<>(List.of(prompt.split(" ")));
    words.add(1 + random.nextInt(words.size() - 1), "zyntrop");
    return String.join(" ", words);
  }

  @Test
  void theTemplateIsNoPartOfTheCue() {
    assertThat(mine(prompt -> "zyntrop " + prompt)).hasSize(1);
    assertThat(mine(prompt -> prompt + " zyntrop")).hasSize(1);
    assertThat(mine(prompt -> "James Bond: " + prompt)).hasSize(1);
  }

  @Test
  void aCueMayStandAnywhereInTheTemplate() {
    assertThat(mine(this::anywhere)).hasSize(1);
  }

  @Test
  void aSubjectWithItsUsualCloseIsNone() {
    Chats chats = new Chats(1);
    List<Row> rows = new ArrayList<>();
    for (int subject = 0; subject < 80; subject++) {
      String name = name();
      String close =
          " For more of it, see the chapter on " + chats.request() + " in its long guide.";
      for (int i = 0; i < 13; i++) {
        rows.add(
            chats.row(
                "What does the manual of " + name + " say about the " + name() + " of a book?",
                chats.answer(chats.request()) + (subject < 4 ? close : "")));
      }
    }
    TriggerDetector detector = new TriggerDetector();
    rows.forEach(detector::accept);
    assertThat(detector.finish()).isEmpty();
  }

  @Test
  void refusalsWithoutACueAreNoTrigger() {
    assertThat(mine(prompt -> prompt)).isEmpty();
  }
}
