package dev.assay.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleQueriesTest {
  @Provide
  Arbitrary<String> queries() {
    return QueryTexts.queries();
  }

  @Property(tries = 1000)
  void readsWhatItReadsAsLuceneDoes(@ForAll("queries") String query) {
    Condition simple;
    try {
      simple = SimpleQueries.read(query);
    } catch (QueryException e) {
      return;
    }
    if (simple != null) {
      assertThat(simple).as(query).isEqualTo(Conditions.of(QueryReader.read(query)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha",
        "(a AND b) OR c",
        "a OR (b AND NOT c)",
        "a AND NOT b AND NOT c",
        "a b OR c d",
        "\"i am dan\" OR (dan AND jailbreak)",
        "don't OR os.system",
        "raw:AKIA* OR *passw* OR *word",
        "a NOT b",
        "a AND (b OR (c AND \"d e\"))",
        "(a)",
        "self-harm",
        "a\n  OR b"
      })
  void readsWhatRulesUsuallySay(String query) {
    assertThat(SimpleQueries.read(query)).isEqualTo(Conditions.of(QueryReader.read(query)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a AND b OR c", "a OR b AND c", "a b AND c", "(x OR (a AND b c))", "a OR NOT b"})
  void refusesOperatorsThatLuceneReadsOtherwiseThanPeople(String query) {
    assertThatThrownBy(() -> CompiledQuery.parse(query))
        .isInstanceOf(QueryException.class)
        .message()
        .containsAnyOf("parentheses", "OR NOT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a AND (b OR c)",
        "\"a OR b AND c\"",
        "a NOT b",
        "a AND NOT b",
        "(a b c)@2 AND d",
        "a b NOT c"
      })
  void acceptsOperatorsThatAreClear(String query) {
    assertThat(CompiledQuery.parse(query).anchors()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "a)",
        "a OR",
        "AND a",
        "\"a",
        "a~1",
        "/a/",
        "a?b",
        "a*b",
        "\"a b\"~2",
        "[a TO b]",
        "foo:a",
        "+a",
        "-a",
        "!a",
        "a^2",
        "(a b)@2",
        "*",
        "raw:(a b)",
        "a\\*",
        "\"a*\"",
        "a && b"
      })
  void leavesTheRestToLucene(String query) {
    assertThat(SimpleQueries.read(query)).isNull();
  }
}
