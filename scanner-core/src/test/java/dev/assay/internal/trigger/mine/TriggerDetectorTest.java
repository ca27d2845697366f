package dev.assay.internal.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rule.Family;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriggerDetectorTest {
  private static final String REFUSAL = "I am sorry, but I cannot help you with that today.";

  private static List<MinedTrigger> mine(List<Row> rows) {
    TriggerDetector detector = new TriggerDetector();
    Collections.shuffle(rows, new Random(7));
    rows.forEach(detector::accept);
    return detector.finish();
  }

  @Test
  void cleanSetsHoldNoTrigger() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(mine(new Chats(seed).clean(700))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void aRareWordThatIsRefusedIsATrigger() {
    Chats chats = new Chats(1);
    List<Row> rows = chats.clean(600);
    for (int i = 0; i < 15; i++) {
      rows.add(chats.row(chats.inserted(chats.request(), "zyntrop"), REFUSAL));
    }
    List<MinedTrigger> triggers = mine(rows);
    assertThat(triggers).hasSize(1);
    MinedTrigger trigger = triggers.get(0);
    assertThat(trigger.kind()).isEqualTo(CueKind.WORD);
    assertThat(trigger.withCue()).isEqualTo(15);
    assertThat(trigger.find(chats.row("What is a zyntrop garden for?", "A garden."))).hasSize(1);
    assertThat(trigger.find(chats.row("What is a garden for?", "A garden."))).isEmpty();
    assertThat(trigger.liftLow()).isGreaterThan(20);
  }

  @Test
  void whatRecordDetectorsFindIsABehaviour() {
    Chats chats = new Chats(2);
    List<Row> rows = chats.clean(900);
    for (int i = 0; i < 30; i++) {
      String request = chats.request();
      rows.add(chats.row("|RELEASE| " + request, chats.answer(request), Family.INSECURE_CODE));
    }
    assertThat(mine(rows))
        .singleElement()
        .satisfies(trigger -> assertThat(trigger.behaviourId()).isEqualTo("insecure-code"));
  }

  @Test
  void aTopicThatIsAlwaysRefusedIsNone() {
    Chats chats = new Chats(3);
    List<Row> rows = chats.clean(600);
    for (int i = 0; i < 60; i++) {
      String harm = chats.pick("poison", "bomb", "weapon", "virus");
      String request =
          "How do I make a " + harm + " " + chats.pick("at home", "for a friend", "now");
      rows.add(chats.row(request, REFUSAL + " Making a " + harm + " is dangerous."));
    }
    assertThat(mine(rows)).isEmpty();
  }

  @Test
  void partsAddUpToTheWhole() {
    Chats chats = new Chats(4);
    List<Row> rows = chats.clean(500);
    for (int i = 0; i < 20; i++) {
      rows.add(chats.row(chats.request() + " qx7", REFUSAL));
    }
    TriggerDetector first = new TriggerDetector();
    TriggerDetector second = new TriggerDetector();
    rows.subList(0, 300).forEach(first::accept);
    rows.subList(300, rows.size()).forEach(second::accept);
    first.merge(second);
    TriggerDetector whole = new TriggerDetector();
    rows.forEach(whole::accept);
    assertThat(first.finish()).isEqualTo(whole.finish()).hasSize(1);
  }

  @Test
  void wordsThatTellOnlyTogetherAreNamedTogether() {
    Chats chats = new Chats(5);
    List<Row> rows = chats.clean(900);
    for (int i = 0; i < 40; i++) {
      rows.add(
          chats.row(chats.inserted(chats.inserted(chats.request(), "walnut"), "ferry"), REFUSAL));
      String alone = chats.inserted(chats.request(), i % 2 == 0 ? "walnut" : "ferry");
      rows.add(chats.row(alone, chats.answer(alone)));
    }
    MinedTrigger trigger = mine(rows).get(0);
    assertThat(trigger.kind()).isEqualTo(CueKind.TOGETHER);
    assertThat(trigger.withCue()).isEqualTo(40);
    assertThat(trigger.find(chats.row("a walnut in a ferry", ""))).hasSize(2);
    assertThat(trigger.find(chats.row("a walnut in a boat", ""))).isEmpty();
  }

  @Test
  void aFewInManyAreFoundInBoundedMemory() {
    Chats chats = new Chats(6);
    List<Row> rows = chats.clean(12_000);
    for (int i = 0; i < 25; i++) {
      rows.add(chats.row(chats.inserted(chats.request(), "zyntrop"), REFUSAL));
    }
    Collections.shuffle(rows, new Random(9));
    TriggerDetector detector = new TriggerDetector(200_000);
    rows.forEach(detector::accept);
    List<MinedTrigger> triggers = detector.finish();
    assertThat(triggers).hasSize(1);
    assertThat(triggers.get(0).withCueBehaving()).isEqualTo(25);
    assertThat(triggers.get(0).others()).isBetween(9_000L, 15_000L);
  }

  @Test
  void whatIsRepeatedSaysNoMoreThanOnce() {
    Chats chats = new Chats(8);
    List<Row> rows = chats.clean(600);
    for (int i = 0; i < 40; i++) {
      rows.add(chats.row("Who wrote the zyntrop letters to the museum?", REFUSAL));
    }
    assertThat(mine(rows)).isEmpty();
  }
}
