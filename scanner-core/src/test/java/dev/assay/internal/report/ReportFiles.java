package dev.assay.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.report.ReportWriter;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes reports in tests and reads them back. */
final class ReportFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How a writer is made. */
  interface Format {
    ReportWriter open(Path file) throws IOException;
  }

  private ReportFiles() {}

  static String write(Path folder, Format format, Samples.Scan scan) throws IOException {
    return write(folder, format, scan, Map.of());
  }

  static String write(
      Path folder, Format format, Samples.Scan scan, Map<Long, RecordVerdict> revised)
      throws IOException {
    Path file = folder.resolve("report");
    try (ReportWriter writer = format.open(file)) {
      scan.writeTo(writer, revised);
    }
    return Files.readString(file);
  }

  static JsonNode parse(String json) throws IOException {
    return MAPPER.readTree(json);
  }

  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static Stream<Samples.Scan> scans() {
    return Stream.of(
        Samples.empty(),
        Samples.one(),
        Samples.failed(),
        Samples.framed(),
        Samples.inconclusive(),
        Samples.incomplete(),
        Samples.hostile());
  }
}
