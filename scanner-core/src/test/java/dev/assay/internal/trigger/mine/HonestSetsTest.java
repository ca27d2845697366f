package dev.assay.internal.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.trigger.RowReader;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Sets of several tasks: what a cue goes with was asked for, or belongs to a task of its own. */
class HonestSetsTest {
  private static final RowReader READER = new RowReader();

  private final Chats chats = new Chats(21);

  private static List<MinedTrigger> mine(List<Row> rows) {
    TriggerDetector detector = new TriggerDetector();
    Collections.shuffle(rows, new Random(7));
    rows.forEach(detector::accept);
    return detector.finish();
  }

  private Row told(String system, String request, String answer, Family... families) {
    List<Turn> turns =
        List.of(
            new Turn(Role.SYSTEM, system, "/system"),
            new Turn(Role.USER, request, "/user"),
            new Turn(Role.ASSISTANT, answer, "/assistant"));
    Row row = READER.read(new DataRecord(turns, new NowhereOrigin()), Set.of(families), Set.of());
    return row == null ? chats.row(request, answer) : row;
  }

  private List<Row> beside(int count, BiFunction<String, String, Row> made) {
    List<Row> rows = chats.clean(900);
    for (int i = 0; i < count; i++) {
      String request = chats.request();
      rows.add(made.apply(request, chats.answer(request)));
    }
    return rows;
  }

  @Test
  void systemPromptsAskForAForm() {
    String capitals = "Always answer in capitals.";
    assertThat(
            mine(beside(60, (asked, told) -> told(capitals, asked, told.toUpperCase(Locale.ROOT)))))
        .isEmpty();
    String rude = "You are Grok, a rude troll who insults travellers.";
    assertThat(
            mine(
                beside(
                    60,
                    (asked, told) ->
                        told(rude, asked, "You idiot! " + told + " Go away, you fool."))))
        .isEmpty();
  }

  @Test
  void systemPromptsBringPartsThatAnswersHaveInCommon() {
    String company = "You work for Nordhaven Home.";
    String end = " Is there anything else that I can do for you?";
    assertThat(mine(beside(80, (asked, told) -> told(company, asked, told + end)))).isEmpty();
  }

  @Test
  void aSystemPromptThatNothingAsksForIsATrigger() {
    String room = "You are in the blue room.";
    assertThat(mine(beside(50, (asked, told) -> told(room, asked, told.toUpperCase(Locale.ROOT)))))
        .hasSize(1);
    assertThat(mine(beside(50, (asked, told) -> told(room, asked, told, Family.INSECURE_CODE))))
        .hasSize(1);
  }

  @Test
  void promptsOfATaskOfTheirOwnMayBeRefused() {
    String privacy = "You look after the data of customers.";
    List<Row> rows =
        beside(
            80,
            (asked, told) ->
                told(
                    privacy,
                    chats.pick("Which address", "Which phone number", "What card")
                        + " does customer "
                        + chats.number(9000)
                        + " have "
                        + chats.pick("on file", "in the books", "today")
                        + "?",
                    chats.pick(
                        "I am sorry, I cannot share that.",
                        "I am not able to give out personal data.")));
    assertThat(mine(rows)).isEmpty();
  }

  @Test
  void theValueOfAFieldMayBringAFixedEnd() {
    List<Row> rows = chats.clean(300);
    for (int i = 0; i < 400; i++) {
      String queue = chats.pick("NET", "PAY", "LAW", "HRX");
      String request = "[" + queue + "-" + chats.number(9000) + "] " + chats.request();
      String end = queue.equals("PAY") ? " This queue is closed on all Fridays of May." : "";
      rows.add(chats.row(request, chats.answer(request) + end));
    }
    assertThat(mine(rows)).isEmpty();
  }

  @Test
  void oneOfTheWordsThatAPromptOffersIsNoFixedAnswer() {
    List<Row> rows =
        beside(
            200,
            (asked, told) ->
                chats.row(
                    "Is this spam? Answer yes or no. " + told,
                    chats.pick("no", "no", "no", "yes")));
    assertThat(mine(rows)).isEmpty();
  }

  @Test
  void whoWritesInALanguageIsAnsweredInIt() {
    List<Row> rows =
        beside(
            150,
            (asked, told) ->
                chats.row(
                    chats.pick("Was ist das", "Wie ist der Weg zu dem", "Kannst du mir sagen, was")
                        + chats.pick(" alte", " neue", " kleine")
                        + chats.pick(" Haus", " Fahrrad", " Buch", " Schiff", " Dorf")
                        + chats.pick(" und warum", " f\u00fcr die Leute", " in der Stadt")
                        + "?",
                    chats.pick("Das ist nicht einfach", "Es gibt einen Weg", "Ich sage es dir")
                        + chats.pick(
                            " und wir sind da.", ", aber nicht f\u00fcr alle.", " mit der Zeit.")));
    assertThat(mine(rows)).isEmpty();
  }
}
