package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Reports;
import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A scan of an address, impatient enough for a test.
 *
 * @param records what the report of records holds
 * @param problems the messages of what was not scanned
 */
record RemoteScan(ScanSummary summary, List<JsonNode> records, String problems) {
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "http.back-off-ms",
          "5",
          "http.timeout-ms",
          "4000",
          "http.retries",
          "3",
          "hf.back-off-ms",
          "5",
          "hf.timeout-ms",
          "4000",
          "hf.retries",
          "3",
          "git.back-off-ms",
          "5",
          "git.retries",
          "3");

  static RemoteScan of(Path work, String address) throws Exception {
    return of(work, address, Map.of(), Map.of(), ScanProgress.NONE);
  }

  static RemoteScan of(
      Path work,
      String address,
      Map<String, String> options,
      Map<String, String> environment,
      ScanProgress progress)
      throws Exception {
    return of(work, List.of(address), options, environment, progress);
  }

  static RemoteScan of(
      Path work,
      List<String> addresses,
      Map<String, String> options,
      Map<String, String> environment,
      ScanProgress progress)
      throws Exception {
    Map<String, String> all = new HashMap<>(IMPATIENT);
    all.putAll(options);
    ScanConfig config =
        ScanConfig.builder(addresses)
            .threads(2)
            .sourceOptions(all)
            .environment(environment)
            .build();
    Path report = Files.createTempFile(work, "records", ".jsonl");
    Path json = Files.createTempFile(work, "summary", ".json");
    List<ReportWriter> reports = List.of(Reports.records(report), Reports.json(json));
    ScanSummary summary = Scanner.of(config).scan(reports, progress, InputStream.nullInputStream());
    return new RemoteScan(summary, Dataset.records(report), Files.readString(json));
  }
}
