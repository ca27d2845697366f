package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Code as it really looks, cut anywhere and joined to other code, read as every language. */
class SplicedCodeTest {
  private static final CodePattern PATTERN =
      CodePattern.compile(
          Map.of(
              "any",
              List.of(
                  Map.of(
                      "call",
                      List.of("*"),
                      "anchors",
                      List.of("a"),
                      "arg",
                      Map.of("*", Map.of("from", List.of("param", "unknown"), "text", "x.*□"))),
                  Map.of("return", Map.of("from", List.of("$py-http", "param"))))));

  private static final List<String> SNIPPETS = snippets();

  @Property(seed = "20261124", tries = 400)
  void codeCutAnywhereIsAnalysedAsAnyLanguage(
      @ForAll @IntRange(max = 9_999) int one,
      @ForAll @IntRange(max = 9_999) int two,
      @ForAll @IntRange(max = 1_000) int cut,
      @ForAll @IntRange(max = 1_000) int from) {
    String first = SNIPPETS.get(one % SNIPPETS.size());
    String second = SNIPPETS.get(two % SNIPPETS.size());
    String truncated = first.substring(0, first.length() * cut / 1_000);
    String spliced = truncated + second.substring(second.length() * from / 1_000);
    for (Language language : Language.values()) {
      analyse(truncated, language);
      analyse(spliced, language);
    }
  }

  private static void analyse(String text, Language language) {
    CodeModel model = CodeAnalysis.analyze(text, 0, text.length(), language);
    Tree tree = model.tree();
    for (int node = 1; node < tree.size(); node++) {
      if (tree.parent(node) != 0) {
        assertThat(tree.start(node)).isBetween(0, text.length());
        assertThat(tree.end(node)).isBetween(tree.start(node), text.length());
      }
    }
    for (CodeHit hit : PATTERN.match(model)) {
      assertThat(hit.start()).isBetween(0, text.length());
      assertThat(hit.end()).isBetween(hit.start(), text.length());
    }
  }

  private static List<String> snippets() {
    List<String> all = new ArrayList<>();
    for (String name : List.of("python", "javascript", "java", "c")) {
      all.addAll(List.of(read("tree/corpus/" + name + ".txt").split("(?m)^-----\n")));
    }
    for (String snippet :
        read("/dev/assay/internal/segment/snippets.txt").split("(?m)^=== \\w+\n")) {
      all.add(snippet);
    }
    return all;
  }

  private static String read(String name) {
    try (InputStream in = SplicedCodeTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
