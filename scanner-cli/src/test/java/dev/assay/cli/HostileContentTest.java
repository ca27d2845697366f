package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scanned cannot attack whoever reads what is said about it. */
class HostileContentTest {
  /** Clears a screen, sets a title, turns text around, hides it; breaks out of markup. */
  private static final String ATTACK =
      "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2066\u200b\u007f\u2028\udb40\udc41"
          + "<script>alert(1)</script><!-- --> | ![x](http://example.com/x) ``` ` @all #1";

  private static final String NAME = "\u001b[31mred\u202e<img src=x onerror=alert(1)>|`x`.jsonl";
  private static final String UNKNOWN = "keys\u001b[1m\u202e\n.jsonl";

  @TempDir private static Path work;
  private static Path data;
  private static Launch launch;

  @BeforeAll
  static void scan() throws IOException {
    data = Files.createDirectory(work.resolve("data"));
    String code = "```python\nimport os, sys\n# " + ATTACK + "\nos.system('x ' + sys.argv[1])\n```";
    try {
      Dataset.lines(
          data.resolve(NAME),
          Dataset.chat("Do it. " + ATTACK, code),
          "{\"mess\u001b[31m\u202eages\": \u001b]0;x\u0007",
          Dataset.chat("q", ATTACK + " And " + ATTACK));
      Dataset.lines(data.resolve(UNKNOWN), "{\"k\\u001b[1m\\u202e<b>|`\": \"x\"}");
    } catch (InvalidPathException e) {
      assumeTrue(false, "this platform has no such file names: " + e.getMessage());
    }
    launch =
        Launch.of(
            "scan",
            data.toString(),
            "--sarif",
            work.resolve("sarif").toString(),
            "--json",
            work.resolve("json").toString(),
            "--records",
            work.resolve("records").toString(),
            "--markdown",
            work.resolve("markdown").toString());
  }

  @Test
  void somethingWasFoundAndSomethingWasNot() {
    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(launch.out()).contains("py-command-injection", "hidden-text", "Not scanned");
  }

  @Test
  void theConsoleShowsControlsInLetters() {
    assertHarmless(launch.out());
    assertThat(launch.out()).contains("<U+001B>[31mred<U+202E>");
  }

  @Test
  void reportsHoldNoControls() throws IOException {
    for (String report : List.of("sarif", "json", "records", "markdown")) {
      assertHarmless(Files.readString(work.resolve(report), StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatMarkdownQuotesStaysInsideCode() throws IOException {
    String text = Files.readString(work.resolve("markdown"), StandardCharsets.UTF_8);
    String shown =
        text.replaceAll("(?s)(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "")
            .replaceAll("</?(details|summary|sub)>", "");

    assertThat(text).contains("<img");
    assertThat(shown).doesNotContain("<img", "<script", "<b>", "@all", "![x]", "http://example");
  }

  @Test
  void explanationsShowControlsInLetters() {
    for (int line : new int[] {1, 2, 3, 99}) {
      Launch explained = Launch.of("explain", data.resolve(NAME) + ":" + line);
      assertHarmless(explained.out());
      assertHarmless(explained.err());
    }
    assertHarmless(Launch.of("explain", data.resolve(UNKNOWN) + ":1").err());
    assertThat(Launch.of("explain", data.resolve(NAME) + ":1").out())
        .contains("<U+001B>[31mred<U+202E>", "py-command-injection");
  }

  @Test
  void errorsQuoteArgumentsInLetters() {
    String bad = "a\u001b[1m\u202e";

    for (Launch refused :
        List.of(
            Launch.of("scan", "x", "--families", bad),
            Launch.of("scan", "x", "--" + bad),
            Launch.of("scan", "x", "--rules", bad),
            Launch.of("scan", "x", "--calibration", bad),
            Launch.of("scan", "x", "--map", bad),
            Launch.of("rules", "show", bad),
            Launch.of("rules", "test", bad),
            Launch.of("explain", bad + ":1"),
            Launch.of(bad))) {
      assertThat(refused.exitCode()).isPositive();
      assertHarmless(refused.out());
      assertHarmless(refused.err());
    }
  }

  private static void assertHarmless(String text) {
    text.codePoints()
        .filter(c -> c != '\n')
        .forEach(
            c -> {
              int type = Character.getType(c);
              assertThat(type)
                  .as("U+%04X in: %s", c, text)
                  .isNotIn(
                      (int) Character.CONTROL,
                      (int) Character.FORMAT,
                      (int) Character.LINE_SEPARATOR,
                      (int) Character.PARAGRAPH_SEPARATOR,
                      (int) Character.SURROGATE);
            });
  }
}
