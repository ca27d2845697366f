package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow of values through what only JavaScript and PHP write. */
class CodePatternWebTest {
  private static final String SCRIPT =
      """
      call: [sink]
      arg:
        0: {from: [req.query, req.body, '{}.params'], unless: [clean], checks: ['*.test']}
      """;
  private static final String PHP =
      """
      call: [sink, DB.sink]
      arg:
        0: {from: [$_GET], unless: [clean], checks: [in_array]}
      """;

  private static List<String> hits(String yaml, String code, Language language) {
    return CodePatternTest.pattern(yaml)
        .match(CodeAnalysis.analyze(code, 0, code.length(), language))
        .stream()
        .map(hit -> code.substring(hit.start(), hit.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const { id } = req.query; sink(`a${id}`)",
        "const { query } = req; sink(query.id)",
        "const { body: b } = req; sink(b)",
        "const { body: { id = 1 } } = req; sink(id)",
        "const { a, ...rest } = req.body; sink(rest.b)",
        "app.get('/', ({ query: { id } }, res) => { sink(id) })",
        "function page({ params }) { return sink(params.slug) }",
        "class A { async b(req: Request): Promise<void> { sink(req.body.c) } }",
        "const f = async (req: Request, res: Response): Promise<void> => { sink(req.body.c) }",
        "const o = { async f(req, res) { sink(req.body.c) } }",
        "switch (x) { case 'a': sink(req.body.c); break; }",
        "if (/a/.test(req.body.c)) { sink(req.body.cd) }"
      })
  void scriptValuesReachTheSink(String code) {
    assertThat(hits(SCRIPT, code, Language.TYPESCRIPT)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const { id } = req.session; sink(id)",
        "const { session: { query } } = req; sink(query)",
        "if (!ALLOWED.includes(req.query.id)) { return } sink(req.query.id)",
        "if (allowedNames.indexOf(req.query.id) === -1) { return } sink(req.query.id)",
        "const known = new Set(['a']); const { id } = req.query; if (known.has(id)) { sink(id) }",
        "if (/^a$/.test(req.body.c)) { sink(req.body.c) }",
        "sink(+req.query.id)",
        "sink(clean(req.query.id))"
      })
  void scriptValuesAreStopped(String code) {
    assertThat(hits(SCRIPT, code, Language.TYPESCRIPT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?php sink(\"a{$_GET['b']}\");",
        "<?php sink(<<<HTML\n  <p>{$_GET['b']}</p>\n  HTML);",
        "<?php $a = <<<\"X\"\nb $_GET[c]\nX;\nsink($a);",
        "<?php \\A\\DB::sink(trim($_GET['b']));",
        "<?php switch ($x) { case 'a': sink($_GET['b']); break; }",
        "<?php list($a, $b) = explode(',', $_GET['c']); sink($b);",
        "<?php $f = fn($x) => sink($_GET[$x]);",
        "<?php if (in_array($_GET['a'], $known)) { sink($_GET['ab']); }"
      })
  void phpValuesReachTheSink(String code) {
    assertThat(hits(PHP, code, Language.PHP)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?php sink((int) $_GET['b']);",
        "<?php sink(isset($_GET['b']));",
        "<?php sink(<<<'X'\n{$_GET['b']}\nX);",
        "<?php sink(<<<X\na\nX . 'b'); other($_GET['b']);",
        "<?php if (in_array($_GET['a'], ['x', 'y'], true)) { sink($_GET['a']); }",
        "<?php sink(clean($_GET['b']));"
      })
  void phpValuesAreStopped(String code) {
    assertThat(hits(PHP, code, Language.PHP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?php `ls $x`;", "<?php $a = `ls $x`; "})
  void backticksRunCommands(String code) {
    assertThat(hits("{call: [shell_exec], anchors: ['x']}", code, Language.PHP))
        .containsExactly("`ls $x`");
  }
}
