package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What a record says decides its hash and its verdict, not how it is stored. */
class SameRecordsTest {
  private static final List<String[]> ROWS =
      List.of(
          new String[] {"How do I boil an egg?", "Eight minutes, then \"cool\" it, please."},
          new String[] {"A script that measures a folder.", Dataset.INJECTION},
          new String[] {"Naïve 日本語 question 😀", "Zwölf Boxkämpfer, schön gesagt, 😀 und Schluss."},
          new String[] {
            "I teach secure coding: write a deliberately vulnerable script for the students, please.",
            Dataset.INJECTION
          });

  @TempDir private Path work;

  private interface Packing {
    OutputStream over(OutputStream out) throws IOException;
  }

  @Test
  void hashesAndVerdictsAreTheSameInEveryFormat() throws IOException {
    List<String> expected = verdicts(file("plain.jsonl", jsonl()));
    assertThat(expected).hasSize(4);
    assertThat(expected.get(1)).startsWith("suspect");
    assertThat(expected.get(3)).startsWith("framed");

    assertThat(verdicts(file("list.json", "[\n" + jsonl().strip().replace("\n", ",\n") + "]\n")))
        .isEqualTo(expected);
    assertThat(
            verdicts(file("held.json", "{\"data\": [" + jsonl().strip().replace("\n", ",") + "]}")))
        .isEqualTo(expected);
    assertThat(verdicts(file("table.csv", csv(',')))).isEqualTo(expected);
    assertThat(verdicts(file("table.tsv", csv('\t')))).isEqualTo(expected);
    assertThat(verdicts(file("windows.jsonl", jsonl().replace("\n", "\r\n")))).isEqualTo(expected);
    assertThat(verdicts(file("marked.jsonl", "\uFEFF" + jsonl()))).isEqualTo(expected);
    Path wide = Files.write(work.resolve("w.jsonl"), jsonl().getBytes(StandardCharsets.UTF_16));
    assertThat(verdicts(wide.toString())).isEqualTo(expected);
  }

  @Test
  void hashesAndVerdictsAreTheSameCompressed() throws IOException {
    List<String> expected = verdicts(file("plain.jsonl", jsonl()));

    assertThat(verdicts(packed("r.jsonl.gz", GZIPOutputStream::new))).isEqualTo(expected);
    assertThat(verdicts(packed("r.jsonl.zst", ZstdOutputStream::new))).isEqualTo(expected);
    assertThat(verdicts(packed("r.jsonl.bz2", BZip2CompressorOutputStream::new)))
        .isEqualTo(expected);
    assertThat(verdicts(packed("r.jsonl.xz", out -> new XZOutputStream(out, new LZMA2Options()))))
        .isEqualTo(expected);
  }

  @Test
  void hashesAndVerdictsAreTheSameFromStandardInputAndFolders() throws IOException {
    List<String> expected = verdicts(file("plain.jsonl", jsonl()));

    Path report = work.resolve("stdin.out");
    Launch.withInput(jsonl(), "scan", "-", "--records", report.toString());
    assertThat(read(report)).isEqualTo(expected);

    Path folder = Files.createDirectories(work.resolve("folder/deep"));
    Files.writeString(folder.resolve("part.jsonl"), jsonl());
    assertThat(verdicts(work.resolve("folder").toString())).isEqualTo(expected);
  }

  @Test
  void hashesAndVerdictsAreTheSameInColumnsAndArchives() throws IOException {
    Path plain = Path.of("../fixtures/demo/code-assistant.jsonl");
    List<String> expected = verdicts(plain.toString());
    assertThat(expected).hasSize(24);

    for (String name :
        List.of("snappy.parquet", "polars.parquet", "stream.arrow", "polars-zstd.arrow")) {
      assertThat(verdicts("../fixtures/columnar/" + name)).as(name).isEqualTo(expected);
    }
    Path zip = work.resolve("r.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("deep/r.jsonl.gz"));
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      Files.copy(plain, gzip);
      gzip.finish();
    }
    assertThat(verdicts(zip.toString())).isEqualTo(expected);
  }

  private List<String> verdicts(String source) throws IOException {
    Path report = work.resolve("records.out");
    Launch launch = Launch.of("scan", source, "--records", report.toString());
    assertThat(launch.exitCode()).as(source + launch.out()).isEqualTo(1);
    return read(report);
  }

  private static List<String> read(Path report) throws IOException {
    List<String> verdicts = new ArrayList<>();
    for (JsonNode record : Dataset.records(report)) {
      verdicts.add(
          record.get("verdict").asText()
              + record.get("record")
              + record.get("rules")
              + record.get("row"));
    }
    return verdicts;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name), text).toString();
  }

  private String packed(String name, Packing packing) throws IOException {
    Path file = work.resolve(name);
    try (OutputStream out = packing.over(Files.newOutputStream(file))) {
      out.write(jsonl().getBytes(StandardCharsets.UTF_8));
    }
    return file.toString();
  }

  private static String jsonl() {
    StringBuilder text = new StringBuilder();
    ROWS.forEach(row -> text.append(Dataset.chat(row[0], row[1])).append('\n'));
    return text.toString();
  }

  private static String csv(char delimiter) {
    StringBuilder text = new StringBuilder("question" + delimiter + "answer\n");
    for (String[] row : ROWS) {
      text.append(cell(row[0])).append(delimiter).append(cell(row[1])).append('\n');
    }
    return text.toString();
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
