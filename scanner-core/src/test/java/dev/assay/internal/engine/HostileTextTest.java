package dev.assay.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification.Expression;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileTextTest {
  private static final int MEGA = 1 << 20;

  /** No measure of speed: so long that only work without end comes to it. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private static final RuleSet RULES =
      RuleSet.of(
          List.of(
              TestRules.rule("word").match("dan AND NOT zzz").build(),
              TestRules.rule("phrase").match("\"dan dan dan\"").regex("dan dan").build(),
              TestRules.rule("contains").match("*aaa*").regex("aaa+b").build(),
              TestRules.rule("prefix").match("aa* OR dan").in(Scope.Kind.PROSE).build(),
              TestRules.rule("literal").regex("(?i)aaaa[^a]{1,40}zz").build(),
              TestRules.rule("fallback").match("dan AND d?n").build(),
              TestRules.rule("near")
                  .match("dan")
                  .verify(new Expression("dan", List.of(), List.of("(?i)[a-z ]{3}"), 0))
                  .build()));

  /** Texts made to hurt. */
  enum Attack {
    ONE_LETTER,
    ONE_WORD,
    DISTINCT_WORDS,
    SURROGATES,
    NULS,
    LINES,
    NOISE;

    String text(int length) {
      StringBuilder text = new StringBuilder(length + 16);
      Random random = new Random(1);
      while (text.length() < length) {
        switch (this) {
          case ONE_LETTER -> text.append('a');
          case ONE_WORD -> text.append("dan ");
          case DISTINCT_WORDS -> text.append(Integer.toString(text.length(), 36)).append(' ');
          case SURROGATES -> text.append(text.length() % 3 == 0 ? '\udc00' : '\ud800');
          case NULS -> text.append('\0');
          case LINES -> text.append("dan\n");
          case NOISE -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
      }
      return text.toString();
    }
  }

  private static SegmentedRecord record(String text, int segments) {
    DataRecord record =
        new DataRecord(List.of(new Turn(Role.TEXT, text, "t")), new NowhereOrigin());
    int step = Math.max(1, text.length() / segments);
    List<Segment> cut = new ArrayList<>();
    for (int at = 0; at < text.length(); at += step) {
      cut.add(new Prose(0, at, Math.min(text.length(), at + step)));
    }
    return new SegmentedRecord(record, cut);
  }

  /** Linear work takes some tenths of a second; quadratic work would take hours. */
  @ParameterizedTest
  @EnumSource
  void takesLinearTimeWhateverTheText(Attack attack) {
    RuleEngine engine = new RuleEngine(CompiledRules.of(RULES));
    assertTimeoutPreemptively(
        SOON,
        () -> {
          engine.detect(record(attack.text(MEGA), 1), signal -> {});
          engine.detect(record(attack.text(MEGA), 50_000), signal -> {});
        });
  }

  @Property(tries = 300)
  void neverThrows(@ForAll String text) {
    RuleEngine engine = new RuleEngine(CompiledRules.of(RULES));
    assertThatCode(() -> engine.detect(record(text, 3), signal -> {})).doesNotThrowAnyException();
  }

  @Test
  void findsTheSameAfterAGiantAsBefore() {
    RuleEngine engine = new RuleEngine(CompiledRules.of(RULES));
    SegmentedRecord small = record("dan dan dan, aaab and dan", 1);
    List<Signal> before = new ArrayList<>();
    engine.detect(small, before::add);
    engine.detect(record(Attack.DISTINCT_WORDS.text(MEGA), 1), signal -> {});
    engine.detect(record(Attack.ONE_WORD.text(MEGA), 100), signal -> {});
    List<Signal> after = new ArrayList<>();
    engine.detect(small, after::add);
    assertThat(after).isEqualTo(before).isNotEmpty();
  }
}
