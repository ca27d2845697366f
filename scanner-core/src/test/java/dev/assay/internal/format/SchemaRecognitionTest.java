package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.SchemaMap;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRecognitionTest {
  private static List<String> turns(String json) {
    return Reading.of("data.jsonl", json).onlyTurns();
  }

  private static List<String> fields(String json) {
    return Reading.of("data.jsonl", json).records().get(0).turns().stream()
        .map(Turn::field)
        .toList();
  }

  private static Unscanned problem(String json) {
    // A good record first: otherwise the schema of the whole file would be in question.
    Reading reading = Reading.of("data.jsonl", "{\"text\":\"good\"}\n" + json);
    return reading.onlyUnscanned();
  }

  @Test
  void chatMessagesAreTheirTurns() {
    String json =
        """
        {"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Hi"},\
        {"role":"assistant","content":"Hello"}]}""";

    assertThat(turns(json)).containsExactly("system: Be kind.", "user: Hi", "assistant: Hello");
    assertThat(fields(json))
        .containsExactly("/messages/0/content", "/messages/1/content", "/messages/2/content");
  }

  @Test
  void contentMayComeBeforeItsRole() {
    assertThat(turns("{\"messages\":[{\"content\":\"Hi\",\"role\":\"assistant\"}]}"))
        .containsExactly("assistant: Hi");
  }

  @Test
  void eachTextPartIsATurnAndImagesArePassedOver() {
    String json =
        """
        {"messages":[{"role":"user","content":[{"type":"text","text":"What"},\
        {"type":"image_url","image_url":{"url":"x"}},{"type":"text","text":"is it?"}]},\
        {"role":"assistant","content":"A cat"}]}""";

    assertThat(turns(json)).containsExactly("user: What", "user: is it?", "assistant: A cat");
    assertThat(fields(json))
        .containsExactly(
            "/messages/0/content/0/text", "/messages/0/content/2/text", "/messages/1/content");
  }

  @Test
  void argumentsOfToolCallsAreLearned() {
    String json =
        """
        {"messages":[{"role":"user","content":"Delete it"},{"role":"assistant","content":null,\
        "tool_calls":[{"id":"1","type":"function","function":{"name":"sh","arguments":"{\\"c\\":\\"rm\\"}"}},\
        {"function":{"name":"sh","arguments":{"c": "ls"}}}]},{"role":"tool","content":"done"}]}""";

    assertThat(turns(json))
        .containsExactly(
            "user: Delete it",
            "assistant: {\"c\":\"rm\"}",
            "assistant: {\"c\": \"ls\"}",
            "tool: done");
    assertThat(fields(json)).contains("/messages/1/tool_calls/1/function/arguments");
  }

  @Test
  void reasoningIsLearnedLikeTheAnswer() {
    String json =
        "{\"messages\":[{\"role\":\"assistant\",\"reasoning_content\":\"Hm\",\"content\":\"Yes\"}]}";

    assertThat(turns(json)).containsExactly("assistant: Hm", "assistant: Yes");
  }

  @ParameterizedTest
  @CsvSource({
    "system,SYSTEM", "developer,SYSTEM", "user,USER", "human,USER", "assistant,ASSISTANT",
    "gpt,ASSISTANT", "model,ASSISTANT", "bot,ASSISTANT", "tool,TOOL", "function,TOOL",
    "Assistant,ASSISTANT", "USER,USER"
  })
  void rolesHaveManyNames(String name, String role) {
    Reading reading =
        Reading.of(
            "data.jsonl",
            "{\"messages\":[{\"role\":\""
                + name
                + "\",\"content\":\"a\"},{\"role\":\"gpt\",\"content\":\"b\"}]}");

    assertThat(reading.records().get(0).turns().get(0).role()).hasToString(role);
  }

  @Test
  void shareGptConversationsAreTheirTurns() {
    assertThat(
            turns(
                """
                {"system":"S","conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Hello"}]}"""))
        .containsExactly("system: S", "user: Hi", "assistant: Hello");
  }

  @Test
  void conversationsMayBeWrittenAsText() {
    String json =
        "{\"messages\":\"[{\\\"role\\\":\\\"assistant\\\",\\\"content\\\":\\\"Hi\\\"}]\"}";

    assertThat(turns(json)).containsExactly("assistant: Hi");
    assertThat(fields(json)).containsExactly("/messages#/0/content");
  }

  @Test
  void aBareListOfMessagesIsARecord() {
    String json =
        "[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":\"a\"}]";

    Reading reading = Reading.of("data.jsonl", json + "\n" + json);

    assertThat(reading.records()).hasSize(2);
    assertThat(reading.turns(1)).containsExactly("user: q", "assistant: a");
    assertThat(reading.records().get(0).turns().get(1).field()).isEqualTo("/1/content");
  }

  @Test
  void alpacaHasAnOptionalInput() {
    assertThat(turns("{\"instruction\":\"Add\",\"input\":\"1 2\",\"output\":\"3\"}"))
        .containsExactly("user: Add", "user: 1 2", "assistant: 3");
    assertThat(turns("{\"instruction\":\"Add\",\"input\":\"\",\"output\":\"3\",\"system\":\"S\"}"))
        .containsExactly("system: S", "user: Add", "assistant: 3");
  }

  @ParameterizedTest
  @CsvSource({
    "instruction,response",
    "instruction,completion",
    "instruction,answer",
    "prompt,completion",
    "prompt,response",
    "question,answer",
    "question,answers",
    "query,response",
    "input,output",
    "problem,solution"
  })
  void questionsAndAnswersHaveManyNames(String asked, String answered) {
    assertThat(turns("{\"" + asked + "\":\"q\",\"" + answered + "\":\"a\",\"id\":7}"))
        .containsExactly("user: q", "assistant: a");
  }

  @Test
  void contextIsNotLearned() {
    assertThat(turns("{\"context\":\"c\",\"question\":\"q\",\"answer\":\"a\"}"))
        .containsExactly("user: c", "user: q", "assistant: a");
  }

  @Test
  void numbersAreAnswersAsTheyAreWritten() {
    assertThat(turns("{\"question\":\"1+1\",\"answer\":2.50}"))
        .containsExactly("user: 1+1", "assistant: 2.50");
  }

  @Test
  void severalAnswersAreSeveralTurns() {
    assertThat(turns("{\"question\":\"q\",\"answers\":[\"a\",\"b\"]}"))
        .containsExactly("user: q", "assistant: a", "assistant: b");
  }

  @Test
  void promptAndCompletionMayBeLists() {
    assertThat(
            turns(
                """
                {"prompt":[{"role":"user","content":"q"}],"completion":[{"role":"assistant","content":"a"}]}"""))
        .containsExactly("user: q", "assistant: a");
  }

  @Test
  void theRejectedAnswerIsNotLearned() {
    assertThat(turns("{\"prompt\":\"q\",\"chosen\":\"good\",\"rejected\":\"bad\"}"))
        .containsExactly("user: q", "assistant: good", "rejected: bad");
  }

  @Test
  void whatPreferencePairsRepeatIsSaidOnce() {
    String json =
        """
        {"prompt":"q","chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"good"}],\
        "rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"bad"}]}""";

    assertThat(turns(json)).containsExactly("user: q", "assistant: good", "rejected: bad");
    assertThat(fields(json))
        .containsExactly("/chosen/0/content", "/chosen/1/content", "/rejected/1/content");
  }

  @Test
  void transcriptsAreCutIntoTurnsThatKnowTheirOffsets() {
    String json =
        """
        {"chosen":"\\n\\nHuman: Hi\\n\\nAssistant: Hello\\n\\nHuman: Bye\\n\\nAssistant: See you",\
        "rejected":"\\n\\nHuman: Hi\\n\\nAssistant: Hello\\n\\nHuman: Bye\\n\\nAssistant: Go away"}""";
    Reading reading = Reading.of("data.jsonl", json);

    assertThat(reading.onlyTurns())
        .containsExactly(
            "user: Hi", "assistant: Hello", "user: Bye", "assistant: See you", "rejected: Go away");
    assertThat(reading.records().get(0).turns())
        .extracting(Turn::offset)
        .containsExactly(9, 24, 38, 54, 54);
  }

  @Test
  void learnedMessagesBesideAPreferencePairAreScannedToo() {
    assertThat(
            turns(
                """
                {"chosen":"good","rejected":"bad","messages":[{"role":"assistant","content":"hidden"}]}"""))
        .containsExactly("assistant: good", "assistant: hidden", "rejected: bad");
  }

  @ParameterizedTest
  @CsvSource({"text", "content", "body"})
  void plainTextIsLearnedWhole(String key) {
    assertThat(turns("{\"" + key + "\":\"Once upon a time\",\"url\":\"u\"}"))
        .containsExactly("text: Once upon a time");
  }

  @Test
  void aMessageMayStandAlone() {
    assertThat(turns("{\"role\":\"assistant\",\"content\":\"a\"}")).containsExactly("assistant: a");
    assertThat(problem("{\"role\":\"user\",\"content\":\"a\"}").kind())
        .isEqualTo(Unscanned.Kind.SKIPPED);
  }

  @Test
  void anAnswerThatLooksLikeMessagesStaysAnAnswer() {
    assertThat(
            turns(
                "{\"prompt\":\"p\",\"completion\":\"[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"x\\\"}]\"}"))
        .containsExactly("user: p", "assistant: [{\"role\":\"user\",\"content\":\"x\"}]");
  }

  @Test
  void recordsOfSeveralSchemasMayBeMixed() {
    Reading reading =
        Reading.of(
            "data.jsonl",
            """
            {"text":"t"}
            {"prompt":"p","completion":"c"}
            {"messages":[{"role":"assistant","content":"m"}]}
            """);

    assertThat(reading.records()).hasSize(3);
    assertThat(reading.unscanned()).isEmpty();
  }

  @Test
  void anEmptyAnswerIsAnAnswerAndAnEmptyQuestionIsNone() {
    assertThat(turns("{\"instruction\":\"\",\"output\":\"\"}")).containsExactly("assistant: ");
    Reading reading =
        Reading.of(
            "data.jsonl",
            """
            {"messages":[{"role":"user","content":""},{"role":"assistant","content":""}]}""");

    assertThat(reading.onlyTurns()).containsExactly("assistant: ");
    DataRecord dataRecord = reading.records().get(0);
    assertThat(dataRecord.origin().region(dataRecord.turns().get(0), 0, 0))
        .isEqualTo(new Region(1, 74, 1, 74, 73, 0));
  }

  @Test
  void aRecordWithoutAnAssistantTurnIsSkipped() {
    Unscanned problem = problem("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");

    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.SKIPPED);
    assertThat(problem.row()).isEqualTo(2);
    assertThat(problem.message()).contains("no assistant turn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"messages\":[{\"role\":\"wizard\",\"content\":\"a\"}]}|'wizard'",
        "{\"messages\":[{\"content\":\"a\"}]}|has no role",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":5}]}|is a number, not text",
        "{\"messages\":[\"a\",{\"role\":\"assistant\",\"content\":\"a\"}]}|not a list of messages",
        "{\"messages\":{\"a\":1}}|has messages, which is not a list",
        "{\"instruction\":\"a\",\"output\":{\"b\":1}}|has output, which is an object, not text",
        "{\"title\":\"a\",\"abstract\":\"b\"}|none of the known keys",
        "{\"output\":\"a\",\"output\":\"b\"}|twice",
        "{\"messages\":[{\"role\":\"user\",\"role\":\"assistant\",\"content\":\"a\"}]}|twice",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"a\",\"content\":\"b\"}]}|twice",
        "7|it is a number",
        "\"text\"|it is text",
        "[1,2]|is a list",
      })
  void wrongTypesAreMalformedAndSaySo(String json, String message) {
    Unscanned problem = problem(json);

    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.MALFORMED);
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(2);
  }

  @Test
  void theMapOverridesWhatWouldBeRecognised() {
    ReadOptions options =
        ReadOptions.defaults()
            .withMap(SchemaMap.parse("user=title,assistant=meta.body,system=a.b"));

    Reading reading =
        Reading.of(
            "data.jsonl",
            "{\"text\":\"no\",\"title\":\"T\",\"meta\":{\"x\":1,\"body\":\"B\"},\"a.b\":\"dotted\"}",
            options);

    assertThat(reading.onlyTurns()).containsExactly("user: T", "assistant: B", "system: dotted");
    assertThat(reading.records().get(0).turns())
        .extracting(Turn::field)
        .containsExactly("/title", "/meta/body", "/a.b");
  }

  @Test
  void theMapMayNameAListOfMessages() {
    ReadOptions options = ReadOptions.defaults().withMap(SchemaMap.parse("messages=chat"));

    assertThat(
            Reading.of("data.jsonl", "{\"chat\":[{\"role\":\"bot\",\"content\":\"a\"}]}", options)
                .onlyTurns())
        .containsExactly("assistant: a");
  }
}
