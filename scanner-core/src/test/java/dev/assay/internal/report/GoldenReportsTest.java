package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Reports;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every format over the same scans, letter by letter. {@code -Dgolden.update=true} writes what
 * comes out instead; read the difference before committing it.
 */
class GoldenReportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/assay/internal/report/golden");

  @TempDir Path folder;

  private interface Format {
    ReportWriter open(Path file) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> reportsAreAsAgreed() {
    List<DynamicTest> tests = new ArrayList<>();
    scans()
        .forEach(
            (name, scan) ->
                formats()
                    .forEach(
                        (extension, format) ->
                            tests.add(
                                DynamicTest.dynamicTest(
                                    name + "." + extension,
                                    () -> check(name + "." + extension, scan, format)))));
    return tests.stream();
  }

  private void check(String name, Samples.Scan scan, Format format) throws IOException {
    Path file = folder.resolve(name);
    try (ReportWriter writer = format.open(file)) {
      scan.writeTo(writer);
    }
    String actual = Files.readString(file);
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static Map<String, Samples.Scan> scans() {
    Map<String, Samples.Scan> scans = new LinkedHashMap<>();
    scans.put("empty", Samples.empty());
    scans.put("one", Samples.one());
    scans.put("failed", Samples.failed());
    scans.put("framed", Samples.framed());
    scans.put("inconclusive", Samples.inconclusive());
    scans.put("incomplete", Samples.incomplete());
    scans.put("compared", Samples.compared());
    scans.put("triaged", Samples.triaged());
    scans.put("hostile", Samples.hostile());
    return scans;
  }

  private static Map<String, Format> formats() {
    Map<String, Format> formats = new LinkedHashMap<>();
    formats.put("sarif", Reports::sarif);
    formats.put("json", Reports::json);
    formats.put("jsonl", Reports::records);
    formats.put("md", Reports::markdown);
    formats.put("txt", file -> console(file, new ConsoleStyle(false, true, 80)));
    formats.put("ascii.txt", file -> console(file, ConsoleStyle.PLAIN));
    formats.put("color.txt", file -> console(file, new ConsoleStyle(true, true, 80)));
    return formats;
  }

  private static ReportWriter console(Path file, ConsoleStyle style) throws IOException {
    return new ClosingConsole(Files.newBufferedWriter(file), style);
  }
}
