package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sample project, which the profile {@code invoker} builds, is what the how-to page tells. */
class SampleProjectTest {
  private static final Path PAGE = Path.of("../docs/how-to/gate-a-maven-build.md");
  private static final Path SAMPLE = Path.of("../fixtures/sample-maven-project/pom.xml");

  @Test
  void theSampleHasThePluginAsThePageShowsIt() throws IOException {
    Matcher xml =
        Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(xml.find()).isTrue();
    assertThat(words(Files.readString(SAMPLE))).contains(words(xml.group(1)));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
