package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns over Java, C# and Go: who fills a parameter is told by types and annotations. */
class TypedLanguagesTest {
  private static final String SINK =
      """
      call: [sink, '*.sink']
      arg:
        0: {from: ['*.getParameter', handler-param]}
      """;

  private static List<String> hits(String yaml, Language language, String code) {
    return CodePatternTest.pattern(yaml)
        .match(CodeAnalysis.analyze(code, 0, code.length(), language))
        .stream()
        .map(hit -> code.substring(hit.start(), hit.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void a(HttpServletRequest r, HttpServletResponse s) { sink(r.getParameter(\"x\")); }",
        "@GetMapping(\"/a\") public String a(@RequestParam String name) { sink(name); }",
        "public String a(@PathVariable(\"n\") final String n, int k) { sink(\"a\" + n); }",
        "@POST public Map<String, List<User>> a(@QueryParam(\"n\") String n) { sink(n); }",
        "void a(HttpServletRequest in) { StringBuilder b = new StringBuilder(\"x\");"
            + " b.append(in.getParameter(\"q\")); sink(b.toString()); }",
      })
  void javaParametersOfARequest(String code) {
    assertThat(hits(SINK, Language.JAVA, code)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void a(HttpServletRequest r, String name) { sink(name); }",
        "@GetMapping(\"/a\") public String a(@RequestParam final Long id) { sink(id); }",
        "@GetMapping(\"/a\") public String a(Model model) { sink(model); }",
        "void a(String name) { sink(name); }",
      })
  void javaParametersOfTheCode(String code) {
    assertThat(hits(SINK, Language.JAVA, code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public IActionResult Show(string name) { sink(name); }",
        "public async Task<IActionResult> Show([FromQuery] string name) { sink(name); }",
        "app.MapGet(\"/a\", (string name) => sink(name));",
      })
  void actionsOfControllers(String code) {
    assertThat(hits(SINK, Language.CSHARP, code)).hasSize(1);
  }

  @Test
  void servicesOfActionsAreNoData() {
    String code = "public IActionResult Show(CancellationToken token) { sink(token); }";
    assertThat(hits(SINK, Language.CSHARP, code)).isEmpty();
  }

  @Test
  void aCallInsideAMethodIsNoCallOfIt() {
    String code = "Document read(InputStream in) { SAXReader r = new SAXReader(); r.read(in); }";
    assertThat(hits("{call: ['*.read'], arg: {0: {from: [param]}}}", Language.JAVA, code))
        .containsExactly("r.read(in)");
  }

  @Test
  void listsMadeByACallHaveItems() {
    String yaml = "{call: [run], arg: {0: {item: {text: '^sh$'}}}}";
    String code = "void f() { List<String> c = List.of(\"sh\", \"-c\", x); run(c); }";
    assertThat(hits(yaml, Language.JAVA, code)).hasSize(1);
  }

  @Test
  void formattedTextIsBuilt() {
    String code = "void f(String n) { run(\"a = '%s'\".formatted(n)); }";
    assertThat(hits("{call: [run], arg: {0: {text: '^a = .□'}}}", Language.JAVA, code)).hasSize(1);
  }

  @Test
  void functionsAreFoundByNameAndBody() {
    String yaml = "{define: [verify], value: {code: '^\\{ return true; \\}$'}}";
    assertThat(hits(yaml, Language.JAVA, "boolean verify(String h) { return true; }")).hasSize(1);
    assertThat(hits(yaml, Language.JAVA, "boolean verify(String h) { return h == x; }")).isEmpty();
  }

  @Test
  void conditionsBesideAnyHoldForAll() {
    String yaml = "{any: [{call: [a]}, {call: [b]}], function: {not-named: '^copy$'}}";
    assertThat(hits(yaml, Language.JAVA, "void run() { a(); b(); }")).containsExactly("a()", "b()");
    assertThat(hits(yaml, Language.JAVA, "void copy() { a(); b(); }")).isEmpty();
  }

  @Test
  void aNameMayStandForACallOnItself() {
    String code = "void f() { while (x) { s = s.trim(); } a(s); }";
    assertThat(hits("{call: [a], arg: {0: {operand: {named: q}}}}", Language.JAVA, code)).isEmpty();
  }

  @Test
  void initialisersAreArgumentsByName() {
    String code = "var p = new ProcessStartInfo(\"x\") { Arguments = \"/c dir\" };";
    String yaml = "{call: [ProcessStartInfo], arg: {Arguments: {text: '^/c'}}}";
    assertThat(hits(yaml, Language.CSHARP, code)).hasSize(1);
  }
}
