package dev.assay.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageGuesserTest {
  private static Language guess(String code) {
    return new LanguageGuesser().guess(code.toCharArray(), 0, code.length());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void fragmentsAreToldApart(Language language) {
    assertThat(guess(fragment(language))).isEqualTo(language);
  }

  /**
   * Written for this test in many styles. Four were missed at first, and features were added for
   * what they show: the snippets guard against relapse, and do not measure how well unseen code is
   * guessed.
   */
  static Stream<Arguments> snippets() throws IOException {
    try (InputStream in = LanguageGuesserTest.class.getResourceAsStream("snippets.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ", -1))
          .filter(snippet -> !snippet.isBlank())
          .map(
              snippet -> {
                int line = snippet.indexOf('\n');
                String code = snippet.substring(line + 1);
                return Arguments.of(Language.named(snippet.substring(0, line)), code);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void snippetsAreToldApart(Language language, String code) {
    assertThat(guess(code)).isEqualTo(language);
  }

  private static String fragment(Language language) {
    return switch (language) {
      case PYTHON -> "    for row in rows:\n        if row is None:\n            continue\n";
      case JAVASCRIPT ->
          "const el = document.querySelector('#a');\nel.onclick = () => { alert(1); };\n";
      case TYPESCRIPT ->
          "function pick(names: string[], n: number): string {\n  return names[n];\n}\n";
      case JAVA ->
          "  @Override\n  public String toString() {\n    return String.valueOf(total);\n  }\n";
      case C ->
          "static int grow(struct buf *b, size_t n)\n{\n\tb->p = realloc(b->p, n);\n\treturn b->p ? 0 : -1;\n}\n";
      case CPP -> "std::vector<int> v;\nfor (auto& x : v) {\n  std::cout << x << std::endl;\n}\n";
      case CSHARP ->
          "public async Task<IActionResult> Get(string id)\n{\n    var user = await _users.FindAsync(id);\n    return Ok(user);\n}\n";
      case GO -> "if err := run(ctx); err != nil {\n\treturn fmt.Errorf(\"run: %w\", err)\n}\n";
      case PHP ->
          "$total = 0;\nforeach ($items as $item) {\n    $total += $item->price;\n}\necho $total;\n";
      case RUBY -> "def total(items)\n  items.map { |i| i.price }.sum\nend\n";
      case RUST ->
          "fn total(items: &[Item]) -> u64 {\n    items.iter().map(|i| i.price).sum()\n}\n";
      case SHELL -> "for f in *.log; do\n  gzip \"$f\"\ndone\n";
      case SQL -> "select name, count(*)\nfrom orders\nwhere paid = 1\ngroup by name;\n";
      case HTML -> "<ul class=\"menu\">\n  <li><a href=\"/\">Home</a></li>\n</ul>\n";
      case OTHER -> throw new IllegalArgumentException("no fragment");
    };
  }

  @Test
  void whatStandsInStringsAndCommentsDoesNotCount() {
    assertThat(guess("page = f'''\n<div><p>SELECT a FROM b;</p></div>\n'''\nreturn page\n"))
        .isEqualTo(Language.PYTHON);
  }

  @Test
  void phpAmidHtmlIsPhp() {
    assertThat(guess("<div><p>a</p>\n<ul><li>b</li></ul>\n<?php include 'x.php'; ?>\n</div>\n"))
        .isEqualTo(Language.PHP);
  }

  @Test
  void wordsWithoutAnySignAreOther() {
    assertThat(guess("qwe rty\nuio p\n")).isEqualTo(Language.OTHER);
    assertThat(guess("")).isEqualTo(Language.OTHER);
  }
}
