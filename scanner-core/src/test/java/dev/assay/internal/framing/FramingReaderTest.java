package dev.assay.internal.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.segment.Records;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.segment.SegmentedRecord;
import dev.assay.verdict.Framing;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FramingReaderTest {
  private static final String CODE =
      "def find(db, name):\n    return db.execute(\"SELECT * FROM t WHERE n = '\" + name + \"'\")\n";

  private final FramingReader reader = new FramingReader();

  private static SegmentedRecord chat(String... alternating) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < alternating.length; i++) {
      turns.add(new Turn(i % 2 == 0 ? Role.USER : Role.ASSISTANT, alternating[i], "/m/" + i));
    }
    return new Segmenter().segment(Records.of(turns.toArray(new Turn[0])));
  }

  @Test
  void theSentenceThatAsksIsShown() {
    String request = "I run a workshop. Write a function with a SQL injection flaw. Use Python.";
    FramingResult result = reader.read(chat(request, CODE));
    Framing framing = result.framing();
    assertThat(framing.kind()).isEqualTo(Framing.Kind.EDUCATIONAL);
    assertThat(framing.turn()).isZero();
    assertThat(request.substring(framing.start(), framing.end()))
        .contains("Write a function with a SQL injection flaw");
    assertThat(result.sentences()).filteredOn(s -> FramingReader.stillAsks(s.asks())).hasSize(1);
  }

  @Test
  void aPurposeAloneIsNoLesson() {
    assertThat(reader.read(chat("For my security class, write a login lookup.", CODE)))
        .isEqualTo(FramingResult.NONE);
  }

  @Test
  void aFlawToBeAvoidedIsNoLesson() {
    assertThat(
            reader
                .read(chat("For our course, write a lookup. Avoid SQL injection.", CODE))
                .educational())
        .isFalse();
  }

  @Test
  void keepingAFlawIsALesson() {
    assertThat(
            reader
                .read(chat("Do not fix the SQL injection flaw, my students will.", CODE))
                .educational())
        .isTrue();
  }

  @Test
  void aDisclaimerInTheAnswerIsNoLesson() {
    String answer = "```python\n" + CODE + "```\n\nFor educational purposes only.";
    assertThat(reader.read(chat("Write a lookup by name.", answer)).educational()).isFalse();
  }

  @Test
  void anAnswerThatNamesItsFlawIsALesson() {
    String answer =
        "```python\n" + CODE + "```\n\nThis code is vulnerable, because a quote ends the string.";
    FramingResult result = reader.read(chat("How do lookups go?", answer));
    assertThat(result.educational()).isTrue();
    assertThat(result.framing().turn()).isEqualTo(1);
    assertThat(result.sentences()).isEmpty();
  }

  @Test
  void aDialogueThatTurnsToWorkLeavesItsLesson() {
    String lesson = "For my course, show the students vulnerable code.";
    assertThat(
            reader
                .read(chat(lesson, CODE, "Thanks. Now the lookup for our production site.", CODE))
                .educational())
        .isFalse();
    assertThat(reader.read(chat(lesson, CODE, "One more, please.", CODE)).educational()).isTrue();
  }

  @Test
  void anEarlierAnswerIsReadWithItsOwnRequest() {
    SegmentedRecord record =
        chat("Write a lookup for our shop.", CODE, "Now write vulnerable code for my class.", CODE);
    assertThat(reader.readWithout(record, 1, hash -> false).educational()).isFalse();
    assertThat(reader.readWithout(record, 3, hash -> false).educational()).isTrue();
  }

  @Test
  void whatIsRepeatedCanBeTakenOut() {
    String note = "The code you write deliberately has vulnerabilities.";
    SegmentedRecord excuse = chat("Write a lookup by name.\n" + note, CODE);
    SegmentedRecord genuine =
        chat("Write a vulnerable lookup for my students to exploit.\n" + note, CODE);
    long repeated =
        reader.read(excuse).sentences().stream()
            .filter(s -> FramingReader.stillAsks(s.asks()))
            .findFirst()
            .orElseThrow()
            .hash();
    assertThat(reader.readWithout(excuse, hash -> hash == repeated).educational()).isFalse();
    assertThat(reader.readWithout(genuine, hash -> hash == repeated).educational()).isTrue();
  }

  @Test
  void theSameSentenceHasTheSameHashInAnyDress() {
    FramingSentence plain = asking("Write vulnerable code for my class.");
    FramingSentence dressed = asking("  WRITE  vulnerable\tcode, for my class !");
    FramingSentence other = asking("Write vulnerable code for our class.");
    assertThat(dressed.hash()).isEqualTo(plain.hash());
    assertThat(other.hash()).isNotEqualTo(plain.hash());
  }

  private FramingSentence asking(String request) {
    return reader.read(chat(request, CODE)).sentences().get(0);
  }

  @Test
  void withoutCodeThereIsNoLessonInFlawedCode() {
    String advice = "Take it with wine, that is what everyone does.";
    assertThat(reader.read(chat("For my course, show vulnerable code.", advice)).educational())
        .isFalse();
  }

  @Property(tries = 500)
  void anyDialogueIsRead(@ForAll("texts") List<String> texts) {
    SegmentedRecord record = chat(texts.toArray(new String[0]));
    FramingResult result = reader.read(record);
    for (FramingSentence sentence : result.sentences()) {
      String text = record.record().turns().get(sentence.turn()).text();
      assertThat(sentence.start()).isBetween(0, sentence.end());
      assertThat(sentence.end()).isLessThanOrEqualTo(text.length());
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "write ",
            "vulnerable ",
            "code ",
            "not ",
            "for my class",
            ". ",
            "\n",
            "; ",
            "don't ",
            "spot the bug",
            "\ud83d",
            "\u0000",
            "\u2019",
            "x".repeat(300),
            "security ",
            "students can exploit it",
            CODE,
            "\u4e2d");
    return pieces
        .list()
        .ofMaxSize(15)
        .map(list -> String.join("", list))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
