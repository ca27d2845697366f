package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Reports;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleSummaryTest {
  @TempDir Path folder;

  static Stream<Samples.Scan> scans() {
    return ReportFiles.scans();
  }

  @ParameterizedTest
  @MethodSource("scans")
  void withoutColourThereIsNoControlCharacter(Samples.Scan scan) throws IOException {
    assertThat(print(scan, new ConsoleStyle(false, true, 80)).replace("\n", "").codePoints())
        .noneMatch(Invisible::is);
  }

  @ParameterizedTest
  @MethodSource("scans")
  void withColourThereAreNoSequencesButItsOwn(Samples.Scan scan) throws IOException {
    String colored = print(scan, new ConsoleStyle(true, true, 80));
    String plain = print(scan, new ConsoleStyle(false, true, 80));

    assertThat(colored.replaceAll("\u001B\\[(0|1|2|3[123];1)m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("scans")
  void anAsciiTerminalGetsAscii(Samples.Scan scan) throws IOException {
    assertThat(print(scan, ConsoleStyle.PLAIN).chars()).allMatch(c -> c == '\n' || c < 0x7F);
  }

  @ParameterizedTest
  @MethodSource("scans")
  void linesAreNoWiderThanTheTerminal(Samples.Scan scan) throws IOException {
    for (int width : new int[] {60, 80, 100}) {
      assertThat(print(scan, new ConsoleStyle(false, true, width)).lines())
          .filteredOn(line -> !line.contains("assay explain") && !line.contains(".jsonl"))
          .allMatch(line -> ConsoleText.columns(line) <= width);
    }
  }

  @Test
  void theVerdictIsTheFirstWord() throws IOException {
    assertThat(print(Samples.one(), ConsoleStyle.PLAIN).strip()).startsWith("PASS ");
    assertThat(print(Samples.failed(), ConsoleStyle.PLAIN).strip()).startsWith("FAIL ");
    assertThat(print(Samples.incomplete(), ConsoleStyle.PLAIN).strip()).startsWith("INCOMPLETE ");
    assertThat(print(Samples.empty(), ConsoleStyle.PLAIN).strip()).startsWith("INCONCLUSIVE ");
  }

  @Test
  void reportsAreNamedOnceTheyStand() throws IOException {
    StringBuilder out = new StringBuilder();
    try (ReportWriter sarif = Reports.sarif(folder.resolve("a.sarif"));
        ReportWriter json = Reports.json(folder.resolve("b.json"));
        ReportWriter console = Reports.console(out, ConsoleStyle.PLAIN, List.of(sarif, json))) {
      Samples.one().writeTo(sarif);
      Samples.one().writeTo(console);
    }

    assertThat(out).contains("SARIF    " + folder.resolve("a.sarif")).doesNotContain("b.json");
  }

  @Test
  void offersNoCommandThatANameCouldTurnIntoAnother() throws IOException {
    assertThat(print(Samples.hostile(), ConsoleStyle.PLAIN)).doesNotContain("assay explain");
    assertThat(print(Samples.failed(), ConsoleStyle.PLAIN))
        .contains("assay explain 'data/train set.jsonl:12'\n");
  }

  private static String print(Samples.Scan scan, ConsoleStyle style) throws IOException {
    StringBuilder out = new StringBuilder();
    try (ReportWriter console = Reports.console(out, style, List.of())) {
      scan.writeTo(console);
    }
    return out.toString();
  }
}
