package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/reference/code-patterns.md come out as it says. */
class CodePatternDocsTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(yaml|(\\w+) (bad|good))\\n(.*?)^```$");

  @Test
  void examplesComeOutAsThePageSays() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/code-patterns.md"));
    Matcher blocks = BLOCK.matcher(page);
    String pattern = "";
    int checked = 0;
    while (blocks.find()) {
      if (blocks.group(1).equals("yaml")) {
        pattern = blocks.group(4);
        continue;
      }
      Language language = Objects.requireNonNull(Language.named(blocks.group(2)));
      assertThat(CodePatternTest.hits(pattern, blocks.group(4), language).isEmpty())
          .as(blocks.group(4))
          .isEqualTo(blocks.group(3).equals("good"));
      checked++;
    }
    assertThat(checked).isGreaterThanOrEqualTo(6);
  }
}
