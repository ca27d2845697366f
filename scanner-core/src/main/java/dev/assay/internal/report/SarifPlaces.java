package dev.assay.internal.report;

import dev.assay.record.Region;
import dev.assay.report.ScanSummary.FileSummary;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where things are, as SARIF says it: the run's files and places in them. */
final class SarifPlaces {
  /** How many files are listed with their hashes; those with a result come first. */
  static final int MAX_FILES = 1000;

  private static final String ROOT = "%SRCROOT%";

  private final Map<String, FileSummary> listed = new LinkedHashMap<>();
  private final Map<String, Integer> index;
  private final int leftOut;

  SarifPlaces(List<FileSummary> files, Collection<KeptFinding> findings) {
    Set<String> needed = new HashSet<>();
    findings.forEach(finding -> needed.add(finding.uri()));
    files.stream().filter(file -> needed.contains(file.uri())).forEach(this::list);
    files.forEach(this::list);
    this.leftOut = files.size() - listed.size();
    this.index = new LinkedHashMap<>();
    listed.keySet().forEach(uri -> index.put(uri, index.size()));
  }

  /** How many files found no room. */
  int leftOut() {
    return leftOut;
  }

  /** The run's list of files. */
  void artifacts(Json json) throws IOException {
    json.openList("artifacts");
    for (FileSummary file : listed.values()) {
      json.openLine();
      artifactLocation(json, "location", file.uri());
      if (file.bytes() >= 0) {
        json.put("length", file.bytes());
      }
      json.put("roles", List.of("analysisTarget"));
      if (!file.sha256().isEmpty()) {
        json.open("hashes").put("sha-256", file.sha256()).end();
      }
      json.open("properties").putIfAny("format", file.format());
      json.putIfAny("schema", file.schema()).put("records", file.records());
      json.put("suspect", file.suspect()).end();
      json.endLine();
    }
    json.endList();
  }

  /** Relative names hang below the root of the sources, which the reader knows and the scan not. */
  static void roots(Json json) throws IOException {
    json.open("originalUriBaseIds").open(ROOT);
    json.open("description");
    json.put("text", "The folder that the scan was started in: the root of the repository.");
    json.end().end().end();
  }

  void artifactLocation(Json json, String name, String uri) throws IOException {
    String reference = Uris.reference(uri);
    json.open(name).put("uri", reference);
    if (!Uris.isAbsolute(reference)) {
      json.put("uriBaseId", ROOT);
    }
    Integer at = index.get(uri);
    if (at != null) {
      json.put("index", at);
    }
    json.end();
  }

  void physical(Json json, String uri, Region region) throws IOException {
    json.open("physicalLocation");
    artifactLocation(json, "artifactLocation", uri);
    json.open("region");
    json.put("startLine", clamp(region.startLine()));
    json.put("startColumn", clamp(region.startColumn()));
    json.put("endLine", clamp(region.endLine()));
    json.put("endColumn", clamp(region.endColumn()));
    long end = region.byteOffset() + region.byteLength();
    if (region.byteOffset() >= 0 && region.byteLength() >= 0 && end <= Integer.MAX_VALUE) {
      json.put("byteOffset", region.byteOffset()).put("byteLength", region.byteLength());
    }
    json.end().end();
  }

  /** A place where only the line is known. */
  void line(Json json, String uri, long line) throws IOException {
    json.open("physicalLocation");
    artifactLocation(json, "artifactLocation", uri);
    json.open("region").put("startLine", clamp(Math.max(1, line))).end();
    json.end();
  }

  /** Readers of SARIF hold lines and columns in 32 bits. */
  private static long clamp(long value) {
    return Math.min(Integer.MAX_VALUE, value);
  }

  private void list(FileSummary file) {
    if (listed.size() < MAX_FILES) {
      listed.putIfAbsent(file.uri(), file);
    }
  }
}
