package dev.assay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Relative links in the repository's Markdown lead to files that exist, and to headings in them.
 */
class LinksTest {
  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<Path> pages = MarkdownLinks.pages(repository());
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(MarkdownLinks.dead(pages)).isEmpty();
  }

  @Test
  void deadLinksAreNamedWithTheirPlace(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(folder.resolve("other.md"), "# Two words, and `code`\n");
    Files.writeString(
        page,
        """
        # Page
        [fine](other.md), [fine](other.md#two-words-and-code), [fine](#page), [fine](https://example.com/x.md)
        [dead](gone.md) ![dead](gone.png)
        [dead](other.md#three-words)

        [dead]: gone/too.md

        ```
        [passed over](in-a-fence.md)
        ```
        and `[passed over](in-code.md)`
        """);
    assertThat(MarkdownLinks.dead(List.of(page)))
        .extracting(link -> link.substring(link.indexOf("page.md")))
        .containsExactly(
            "page.md:3: gone.md",
            "page.md:3: gone.png",
            "page.md:4: other.md#three-words",
            "page.md:6: gone/too.md");
  }

  @Test
  void headingsThatRepeatAreNumbered() {
    assertThat(
            MarkdownLinks.anchors(List.of("# A b", "## A b", "```", "# no", "```", "### A-b_c!")))
        .containsExactlyInAnyOrder("a-b", "a-b-1", "a-b_c");
  }

  @Test
  void onlyMarkdownOfTheRepositoryItselfIsRead(@TempDir Path folder) throws IOException {
    List<Path> kept = new ArrayList<>();
    for (String name :
        List.of("README.md", "docs/a.md", "target/b.md", "m/target/c.md", ".git/d.md")) {
      Path page = folder.resolve(name);
      Files.createDirectories(page.getParent());
      Files.writeString(page, "text");
      kept.add(page);
    }
    try (Stream<Path> found = MarkdownLinks.pages(folder).stream()) {
      assertThat(found).containsExactlyInAnyOrder(kept.get(0), kept.get(1));
    }
  }

  /** The folder above the modules, wherever the test is started. */
  private static Path repository() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("ARCHITECTURE.md"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no ARCHITECTURE.md in " + start + " or above");
  }
}
