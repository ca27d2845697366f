package dev.assay.internal.code.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser agrees with tree-sitter: items in both readings over items in either. */
class TreeSitterTest {
  private static final double LEAST = 0.99;

  @ParameterizedTest
  @ValueSource(strings = {"python", "javascript", "java", "c"})
  void theProjectsOwnCodeIsReadAlike(String name) throws IOException {
    Language language = Language.named(name);
    assertThat(language).isNotNull();
    TreeSitterMeasure.Agreement agreement = new TreeSitterMeasure.Agreement();
    List<String> differences = new ArrayList<>();
    for (String code : corpus(name)) {
      differences.addAll(agreement.add(code, language));
    }
    assertThat(agreement.broken).as("texts that tree-sitter does not parse").isZero();
    assertThat(agreement.either).isGreaterThan(100);
    assertThat(agreement.share()).as(differences.toString()).isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void theLabelledCodeIsReadAlike() throws IOException {
    Path data = TreeSitterMeasure.labelled();
    if (data == null) {
      System.out.println("Skipped: " + TreeSitterMeasure.absent());
    }
    Assumptions.assumeTrue(data != null, TreeSitterMeasure.absent());
    Map<Language, TreeSitterMeasure.Agreement> all = new EnumMap<>(Language.class);
    for (Map.Entry<String, Language> snippet : TreeSitterMeasure.snippets(data)) {
      all.computeIfAbsent(snippet.getValue(), key -> new TreeSitterMeasure.Agreement())
          .add(snippet.getKey(), snippet.getValue());
    }
    all.forEach(
        (language, agreement) ->
            assertThat(agreement.share()).as(language.id()).isGreaterThanOrEqualTo(LEAST));
  }

  private static List<String> corpus(String name) throws IOException {
    try (InputStream in = TreeSitterTest.class.getResourceAsStream("corpus/" + name + ".txt")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("(?m)^-----\n"));
    }
  }
}
