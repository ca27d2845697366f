package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The launcher for Windows by its text, beside the one for the others, which {@code .ci/dist} runs:
 * there is no Windows here.
 */
class LauncherTest {
  private static final Path FOLDER = Path.of("../dist/src/main/launcher");
  private static final Pattern FINDSTR = Pattern.compile("/c:\"([^\"]*)\"");

  @Test
  void bothStartTheSameWay() throws IOException {
    for (String same :
        List.of(
            "-Xlog:disable",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "ASSAY_JAVA_OPTS",
            "JAVA_HOME",
            " dev.assay.cli.Main ",
            "install Java 17 or newer, or set JAVA_HOME to one.")) {
      assertThat(text("assay")).contains(same);
      assertThat(text("assay.cmd")).contains(same);
    }
  }

  @Test
  void allArgumentsGoThroughAndTheExitCodeComesBack() throws IOException {
    List<String> lines = text("assay.cmd").lines().toList();
    int start = 0;
    while (!lines.get(start).contains("dev.assay.cli.Main")) {
      start++;
    }
    assertThat(lines.get(start)).contains("-cp \"%home%\\lib\\*\"").endsWith(" %*");
    assertThat(lines.get(start + 1)).isEqualTo("exit /b %errorlevel%");
    assertThat(lines).filteredOn(line -> line.equals("exit /b 2")).hasSize(2);
    for (String label : List.of("missing", "old")) {
      assertThat(lines).contains(":" + label).anyMatch(line -> line.endsWith("goto " + label));
    }
  }

  @Test
  void noFolderNameEndsABlock() throws IOException {
    assertThat(text("assay.cmd").lines().filter(line -> !line.startsWith("rem ")))
        .noneMatch(line -> line.contains("(") || line.startsWith("for "));
  }

  @Test
  void theVersionsThatItTakesAreThoseOfTheOther() throws IOException {
    List<String> lines =
        text("assay.cmd").lines().filter(line -> line.contains("findstr")).toList();
    assertThat(lines).hasSize(2);
    for (String old : List.of("1.8.0_452", "11.0.27", "16.0.2", "9")) {
      assertThat(matches(lines.get(0), old)).as(old).isFalse();
    }
    for (String taken : List.of("17.0.15", "18", "21.0.7", "22", "25.0.1", "30-ea")) {
      assertThat(matches(lines.get(0), taken)).as(taken).isTrue();
    }
    assertThat(Stream.of("17.0.15", "21.0.7").anyMatch(v -> matches(lines.get(1), v))).isFalse();
    assertThat(Stream.of("22", "25.0.1", "31").allMatch(v -> matches(lines.get(1), v))).isTrue();
  }

  /** What findstr does with these patterns, which mean the same to Java. */
  private static boolean matches(String line, String version) {
    String said = "openjdk version \"" + version + "\" 2026-01-20";
    List<String> patterns = new ArrayList<>();
    for (Matcher matcher = FINDSTR.matcher(line); matcher.find(); ) {
      patterns.add(matcher.group(1));
    }
    return patterns.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(said).find());
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
