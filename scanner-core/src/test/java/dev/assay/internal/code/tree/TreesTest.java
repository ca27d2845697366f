package dev.assay.internal.code.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Trees of code in each language, as trees.txt says them. */
class TreesTest {
  private static final String ARROW = "  => ";

  @TestFactory
  List<DynamicTest> codeIsReadAsTheFileSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String entry : entries()) {
      String[] lines = entry.split("\n");
      int colon = lines[0].indexOf(": ");
      String code = lines[0].substring(colon + 2);
      Language language = Language.named(lines[0].substring(0, colon));
      List<String> expected = new ArrayList<>();
      for (int i = 1; i < lines.length; i++) {
        assertThat(lines[i]).startsWith(ARROW);
        expected.add(lines[i].substring(ARROW.length()));
      }
      assertThat(language).isNotNull();
      tests.add(
          DynamicTest.dynamicTest(
              lines[0],
              () ->
                  assertThat(Sketch.of(language, code).split("\n"))
                      .containsExactlyElementsOf(expected)));
    }
    return tests;
  }

  private static List<String> entries() throws IOException {
    try (InputStream in = TreesTest.class.getResourceAsStream("trees.txt")) {
      assertThat(in).isNotNull();
      List<String> entries = new ArrayList<>();
      for (String entry : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
        if (!entry.startsWith("#") && !entry.isBlank()) {
          entries.add(entry.strip());
        }
      }
      return entries;
    }
  }
}
