package dev.assay.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Reports;
import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole scans, and what documents do to them. */
class DocumentsScanTest {
  private static final List<String> UNSAFE =
      List.of(
          "import sqlite3",
          "def find(name):",
          "    db = sqlite3.connect('app.db')",
          "    return db.execute(\"SELECT * FROM users WHERE name = '\" + name + \"'\").fetchall()");

  @TempDir Path work;

  private List<Path> temporaryBefore = List.of();

  @BeforeEach
  void look() throws IOException {
    temporaryBefore = temporary();
  }

  /** Whatever a document does, neither process nor file is left behind. */
  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(temporary()).isEqualTo(temporaryBefore);
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("assay"))
          .sorted()
          .toList();
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = work.resolve("set").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private record Scan(ScanSummary summary, String json, String records, String sarif) {}

  private ScanConfig.Builder config(String... options) {
    Map<String, String> all = new java.util.HashMap<>();
    for (String option : options) {
      all.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
    }
    return ScanConfig.builder(List.of("set"))
        .root(work)
        .documents(true)
        .threads(2)
        .sourceOptions(all);
  }

  private Scan scan(ScanConfig config) throws Exception {
    Path json = work.resolve("summary.json");
    Path records = work.resolve("records.jsonl");
    Path sarif = work.resolve("all.sarif");
    List<ReportWriter> reports =
        List.of(Reports.json(json), Reports.records(records), Reports.sarif(sarif));
    ScanSummary summary =
        Scanner.of(config).scan(reports, ScanProgress.NONE, InputStream.nullInputStream());
    return new Scan(
        summary, Files.readString(json), Files.readString(records), Files.readString(sarif));
  }

  @Test
  void findingsSayOnWhichPageTheyAre() throws Exception {
    write("book.pdf", TestDocuments.pdf(List.of(List.of("A page of words."), UNSAFE)));
    write("notes.md", "# Notes\n\nWords.\n".getBytes(StandardCharsets.UTF_8));
    write("a/train.jsonl", "{\"text\": \"words\"}\n".getBytes(StandardCharsets.UTF_8));

    Scan scan = scan(config().threshold(0.9).build());

    assertThat(scan.summary().exitCode()).as(scan.json()).isZero();
    assertThat(scan.records().lines()).hasSize(4);
    assertThat(scan.records())
        .contains("{\"source\":\"set/book.pdf\",\"row\":2,\"line\":0,")
        .contains("{\"source\":\"set/notes.md\",\"row\":1,\"line\":1,");
    assertThat(scan.sarif()).containsPattern("\"fullyQualifiedName\": ?\"row 2#page 2\"");
    assertThat(scan.json())
        .containsPattern("\"format\": ?\"pdf\"")
        .containsPattern("\"schema\": ?\"text\"");
    assertThat(scan.summary().census().suspect()).isEqualTo(1);
  }

  @Test
  void aDocumentThatKillsItsParserIsOneErrorAndTheScanGoesOn() throws Exception {
    write("a.pdf", TestDocuments.pdf(List.of(List.of("Before."))));
    write("b-memory.pdf", TestDocuments.bombPdf(80));
    write("d.pdf", TestDocuments.pdf(List.of(List.of("After."))));
    write("e.html", "<p>And a page.</p>".getBytes(StandardCharsets.UTF_8));

    Scan scan = scan(config("documents.heap-mb=48").build());

    assertThat(scan.summary().exitCode()).as(scan.json()).isEqualTo(3);
    assertThat(scan.summary().unscannedFiles()).isEqualTo(1);
    assertThat(scan.records().lines()).hasSize(3);
    assertThat(scan.records()).contains("set/a.pdf").contains("set/d.pdf").contains("set/e.html");
    assertThat(scan.json()).contains("needs more than 48 MiB of memory to parse");
  }

  @Test
  void aDocumentThatNeverEndsIsStopped() throws Exception {
    write("endless.pdf", TestDocuments.endlessPdf());
    write("notes.md", "Words.".getBytes(StandardCharsets.UTF_8));

    Scan scan = scan(config("documents.timeout-ms=2000").build());

    assertThat(scan.summary().exitCode()).as(scan.json()).isEqualTo(3);
    assertThat(scan.records().lines()).hasSize(1);
    assertThat(scan.json()).contains("was not parsed within 2 seconds");
  }

  @Test
  void aProcessThatCannotStartIsAnErrorOfEachDocument() throws Exception {
    write("a.html", "<p>words</p>".getBytes(StandardCharsets.UTF_8));
    write("b.md", "words".getBytes(StandardCharsets.UTF_8));

    Scan scan = scan(config("documents.heap-mb=1").build());

    assertThat(scan.summary().exitCode()).isEqualTo(3);
    assertThat(scan.summary().unscannedFiles()).isEqualTo(1);
    assertThat(scan.records().lines()).hasSize(1);
    assertThat(scan.json()).contains("did not start with 1 MiB of memory");
  }

  @Test
  void aScanThatIsInterruptedEndsTheParser() throws Exception {
    write("endless.pdf", TestDocuments.endlessPdf());
    ScanConfig config = config().build();
    AtomicReference<Throwable> outcome = new AtomicReference<>();
    Thread scan =
        new Thread(
            () -> {
              try {
                scan(config);
              } catch (Throwable e) {
                outcome.set(e);
              }
            });
    scan.start();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (ProcessHandle.current().children().findAny().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    scan.interrupt();
    scan.join(20_000);

    assertThat(scan.isAlive()).isFalse();
    assertThat(outcome.get()).isNotNull();
  }
}
