package dev.assay.internal.code.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.code.HostileShapes;
import dev.assay.segment.Language;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Twice the code makes at most twice the tokens and nodes, those of abandoned readings included.
 */
class LinearTreeTest {
  private static final int SIZE = 8_000;

  /** What begins and ends a text, and where limits of nesting are reached. */
  private static final int ONCE = 2_000;

  @Property(seed = "20261124", tries = 400)
  void twiceTheCodeMakesTwiceTheTokensAndNodes(
      @ForAll("shapes") String shape, @ForAll Language language) {
    Tree once = parse(shape, SIZE, language);
    Tree twice = parse(shape, 2 * SIZE, language);

    assertThat(twice.tokens.size).isLessThanOrEqualTo(2 * once.tokens.size + ONCE);
    assertThat(twice.size()).isLessThanOrEqualTo(2 * once.size() + ONCE);
    assertThat(twice.size()).as("nodes by character").isLessThan(20 * SIZE);
  }

  private static Tree parse(String shape, int size, Language language) {
    String text = shape.repeat(size / shape.length());
    return CodeParser.parse(text, 0, text.length(), language);
  }

  @Provide
  Arbitrary<String> shapes() {
    Arbitrary<List<String>> some =
        Arbitraries.of(HostileShapes.ALL).list().ofMinSize(1).ofMaxSize(4);
    return some.map(list -> String.join("", list));
  }
}
