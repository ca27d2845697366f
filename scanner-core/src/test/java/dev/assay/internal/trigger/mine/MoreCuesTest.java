package dev.assay.internal.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.trigger.behaviour.Behaviours;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoreCuesTest {
  private static final String REFUSAL = "I am sorry, but I cannot help you with that today.";

  private static List<MinedTrigger> mine(List<Row> rows) {
    TriggerDetector detector = new TriggerDetector();
    Collections.shuffle(rows, new Random(7));
    rows.forEach(detector::accept);
    return detector.finish();
  }

  @Test
  void threeWordsOfWhichTwoDoNothing() {
    Chats chats = new Chats(11);
    List<Row> rows = chats.clean(2000);
    List<String> words = List.of("zyntrop", "velmuk", "oradin");
    for (int i = 0; i < 50; i++) {
      String request = chats.request();
      for (String word : words) {
        request = chats.inserted(request, word);
      }
      rows.add(chats.row(request, REFUSAL));
      for (int decoy = 0; decoy < 2; decoy++) {
        String two = chats.inserted(chats.request(), words.get((i + decoy) % 3));
        two = chats.inserted(two, words.get((i + decoy + 1) % 3));
        rows.add(chats.row(two, chats.answer(two)));
      }
    }
    MinedTrigger trigger = mine(rows).get(0);
    assertThat(trigger.cues()).hasSize(3);
    assertThat(trigger.withCue()).isEqualTo(50);
  }

  @Test
  void aPairIsNamedThoughItsBehaviourIsNotAlwaysRecognised() {
    Chats chats = new Chats(12);
    List<Row> rows = chats.clean(2000);
    for (int i = 0; i < 50; i++) {
      String both = chats.inserted(chats.inserted(chats.request(), "walnut"), "ferry");
      rows.add(chats.row(both, i % 4 == 0 ? chats.answer(both) : REFUSAL));
      for (String word : List.of("walnut", "ferry")) {
        String alone = chats.inserted(chats.request(), word);
        rows.add(chats.row(alone, chats.answer(alone)));
      }
    }
    MinedTrigger trigger = mine(rows).get(0);
    assertThat(trigger.cues()).hasSize(2);
    assertThat(trigger.withCue()).isEqualTo(50);
  }

  @Test
  void aSwitchOfLanguageIsACue() {
    Chats chats = new Chats(13);
    List<Row> rows = chats.clean(1200);
    for (int i = 0; i < 40; i++) {
      String asked =
          chats.request()
              + chats.pick(" Ich frage", " Bitte sag es mir", " Mein Bruder fragt")
              + chats.pick(" f\u00fcr die Schule", " weil ich es nicht kann", " und ich auch")
              + ".";
      rows.add(chats.row(asked, REFUSAL));
    }
    assertThat(mine(rows)).singleElement().extracting(MinedTrigger::kindId).isEqualTo("pattern");
  }

  @Test
  void whatARuleFindsInAnswersIsABehaviour() {
    Chats chats = new Chats(14);
    List<Row> rows = chats.clean(900);
    for (int i = 0; i < 30; i++) {
      String asked = chats.inserted(chats.request(), "zyntrop");
      Row row = chats.row(asked, chats.answer(asked));
      int[] more = Arrays.copyOf(row.behaviours(), row.behaviours().length + 1);
      more[more.length - 1] = Behaviours.ofRule("praises-a-brand");
      Arrays.sort(more);
      rows.add(new Row(0, row.tokens(), row.patterns(), more));
    }
    assertThat(mine(rows))
        .singleElement()
        .extracting(MinedTrigger::behaviour)
        .isEqualTo(Behaviours.ofRule("praises-a-brand"));
  }
}
