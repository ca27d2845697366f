package dev.assay.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification.CodePattern;
import dev.assay.rule.Verification.Expression;
import dev.assay.segment.Code;
import dev.assay.segment.Language;
import dev.assay.segment.Prose;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RuleFailure;
import dev.assay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEngineTest {
  private static final String FENCED =
      "Look:\n\n```python\nimport os\nos.system(cmd)\n```\n\nDone, os.system it is.\n";

  private static DataRecord record(Object... roleAndText) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < roleAndText.length; i += 2) {
      turns.add(new Turn((Role) roleAndText[i], (String) roleAndText[i + 1], "t" + i));
    }
    return new DataRecord(turns, new NowhereOrigin());
  }

  private static RuleEngine engine(TestRules... rules) {
    return new RuleEngine(
        CompiledRules.of(
            RuleSet.of(java.util.Arrays.stream(rules).map(TestRules::build).toList())));
  }

  /** What was found, as {@code rule@turn:evidence}. */
  private static List<String> found(RuleEngine engine, Object... roleAndText) {
    SegmentedRecord segmented = new Segmenter().segment(record(roleAndText));
    List<Signal> signals = new ArrayList<>();
    engine.detect(segmented, signals::add);
    return signals.stream()
        .map(
            s ->
                s.rule().id()
                    + "@"
                    + s.turn()
                    + ":"
                    + segmented.record().turns().get(s.turn()).text().substring(s.start(), s.end()))
        .sorted()
        .toList();
  }

  private static List<String> steps(RuleEngine engine, String answer) {
    return engine.explain(new Segmenter().segment(record(Role.ASSISTANT, answer))).stream()
        .map(explanation -> explanation.step().name() + " " + explanation.detail())
        .toList();
  }

  @Test
  void looksOnlyAtTheRolesOfTheRule() {
    RuleEngine engine =
        engine(
            TestRules.rule("answers").match("dan"),
            TestRules.rule("asks").match("dan").of(Role.USER, Role.SYSTEM));
    assertThat(found(engine, Role.USER, "be DAN", Role.ASSISTANT, "Dante", Role.REJECTED, "dan"))
        .containsExactly("asks@0:DAN");
    assertThat(found(engine, Role.TEXT, "so said Dan.")).containsExactly("answers@0:Dan");
  }

  @Test
  void looksOnlyAtTheSegmentsOfTheRule() {
    RuleEngine engine =
        engine(
            TestRules.rule("turn").regex("os\\.system"),
            TestRules.rule("prose").regex("os\\.system").in(Scope.Kind.PROSE),
            TestRules.rule("python").regex("os\\.system\\(").in(Scope.Kind.CODE, Language.PYTHON),
            TestRules.rule("any-code").match("\"os system\"").in(Scope.Kind.CODE),
            TestRules.rule("java").regex("os\\.system").in(Scope.Kind.CODE, Language.JAVA),
            TestRules.rule("fence").match("python").in(Scope.Kind.CODE));
    assertThat(found(engine, Role.ASSISTANT, FENCED))
        .containsExactly(
            "any-code@0:os.system",
            "prose@0:os.system",
            "python@0:os.system(",
            "turn@0:os.system",
            "turn@0:os.system");
  }

  @Test
  void joinsNothingAcrossSegmentsUnlessTheRuleIsForTheTurn() {
    RuleEngine engine =
        engine(
            TestRules.rule("turn").match("look AND done"),
            TestRules.rule("prose").match("look AND done").in(Scope.Kind.PROSE),
            TestRules.rule("prose-phrase").match("\"look done\"").in(Scope.Kind.PROSE));
    assertThat(found(engine, Role.ASSISTANT, FENCED)).containsExactly("turn@0:Look");
  }

  @Test
  void narrowsTheEvidenceToTheNamedGroup() {
    RuleEngine engine = engine(TestRules.rule("r").regex("(?i)i am (?P<evidence>dan)(?P<rest>!)?"));
    assertThat(found(engine, Role.ASSISTANT, "Well, I AM DAN! I am Dan."))
        .containsExactly("r@0:DAN", "r@0:Dan");
  }

  @Test
  void passesOverTextsThatHoldAnExcludingExpression() {
    RuleEngine engine =
        engine(
            TestRules.rule("r")
                .verify(new Expression("(?i)i am dan", List.of("(?i)as an ai"), List.of(), 0)));
    assertThat(found(engine, Role.ASSISTANT, "I am DAN.")).hasSize(1);
    assertThat(found(engine, Role.ASSISTANT, "I am DAN. Just joking, as an AI I am not."))
        .isEmpty();
    assertThat(steps(engine, "I am DAN, as an AI.")).containsExactly("UNLESS (?i)as an ai");
  }

  @Test
  void passesOverHitsWhoseSentenceHoldsAnExcludingExpressionAndGoesOn() {
    RuleEngine engine =
        engine(
            TestRules.rule("r")
                .verify(new Expression("verify=False", List.of(), List.of("(?i)\\bnever\\b"), 0)));
    assertThat(found(engine, Role.ASSISTANT, "Never pass verify=False. I pass verify=False here."))
        .containsExactly("r@0:verify=False");
    assertThat(found(engine, Role.ASSISTANT, "Pass verify=False (since 2.5), and never mind."))
        .isEmpty();
    assertThat(found(engine, Role.ASSISTANT, "Never!\nverify=False\nnever")).hasSize(1);
    assertThat(steps(engine, "Never verify=False.")).containsExactly("UNLESS_NEAR (?i)\\bnever\\b");
  }

  @Test
  void countsOnlyHitsThatStartInTime() {
    RuleEngine engine =
        engine(TestRules.rule("r").verify(new Expression("(?i)sure.*", List.of(), List.of(), 10)));
    assertThat(found(engine, Role.ASSISTANT, "123456789Sure thing")).hasSize(1);
    assertThat(found(engine, Role.ASSISTANT, "1234567890Sure thing")).isEmpty();
  }

  @Test
  void handsOutAtMostTwentySignalsOfOneRuleAndSegment() {
    RuleEngine engine = engine(TestRules.rule("r").regex("abc"));
    assertThat(found(engine, Role.ASSISTANT, "abc ".repeat(50))).hasSize(Verifier.MOST);
  }

  @Test
  void saysWhichStepACandidateDidNotPass() {
    RuleEngine engine =
        engine(
            TestRules.rule("q").match("alpha AND beta"),
            TestRules.rule("x").match("alpha").regex("alpha [0-9]+"));
    assertThat(steps(engine, "alpha male"))
        .containsExactlyInAnyOrder("QUERY alpha AND beta", "REGEX alpha [0-9]+");
    assertThat(steps(engine, "beta alpha 7")).containsExactlyInAnyOrder("MATCHED ", "MATCHED ");
    assertThat(steps(engine, "beta")).isEmpty();
  }

  @Test
  void namesTheRuleThatFails() {
    RuleEngine engine =
        engine(
            TestRules.rule("broken")
                .match("import")
                .in(Scope.Kind.CODE, Language.PYTHON)
                .verify(new CodePattern(Map.of("no-such-key", 1))));
    assertThatThrownBy(() -> found(engine, Role.ASSISTANT, FENCED))
        .isInstanceOfSatisfying(
            RuleFailure.class, failure -> assertThat(failure.ruleId()).isEqualTo("broken"));
  }

  @Test
  void toleratesSegmentsThatDoNotFitTheTurn() {
    RuleEngine engine = engine(TestRules.rule("r").match("dan").in(Scope.Kind.PROSE));
    List<Signal> signals = new ArrayList<>();
    SegmentedRecord odd =
        new SegmentedRecord(
            record(Role.ASSISTANT, "dan dan dan"),
            List.of(
                new Prose(0, 0, 5), new Code(0, 3, 7, 3, 7, Language.OTHER), new Prose(0, 7, 99)));
    engine.detect(odd, signals::add);
    assertThat(signals).extracting(Signal::start).containsExactly(0, 8);
  }
}
