package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Reports;
import dev.assay.record.Unscanned;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Severity;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
  @TempDir Path folder;

  @Test
  void isShortEnoughForACommentWhateverWasFound() throws IOException {
    String long1 = "\uD83D\uDE00".repeat(5000);
    List<RecordVerdict> records = new ArrayList<>();
    List<Unscanned> unscanned = new ArrayList<>();
    for (int row = 1; row <= 500; row++) {
      Rule rule =
          Samples.rule("rule-" + row, Family.PERSONA, Severity.HIGH, Confidence.HIGH, long1, long1);
      records.add(Samples.suspect(row, rule, long1));
      unscanned.add(new Unscanned(Unscanned.Kind.FILE, long1, 0, 0, long1));
    }
    ScanSummary s = Samples.incomplete().summary();
    List<ScanSummary.FileSummary> files = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      files.add(new ScanSummary.FileSummary(long1 + i, "jsonl", "", "", 1, 1, 1, 0, 0, 0));
    }
    ScanSummary summary =
        new ScanSummary(
            long1,
            "",
            1,
            long1,
            Samples.census(records, unscanned),
            s.contamination(),
            s.gate(),
            null,
            List.of(),
            files,
            List.of(),
            0,
            500,
            0,
            false,
            3,
            null,
            s.started(),
            s.elapsed(),
            List.of());

    String comment =
        ReportFiles.write(folder, Reports::markdown, new Samples.Scan(records, unscanned, summary));

    assertThat(comment.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(60_000);
    assertThat(comment).startsWith("## ").contains("INCOMPLETE", "Worst findings");
  }

  @Test
  void saysWhatARuleThatFiresOftenWouldHide() throws IOException {
    List<RecordVerdict> records = new ArrayList<>();
    for (int row = 1; row <= 100; row++) {
      records.add(Samples.suspect(row, Samples.SQL, "x" + row));
    }
    records.add(Samples.suspect(101, Samples.HASH, "hashlib.md5(p)"));
    Samples.Scan scan = new Samples.Scan(records, List.of(), Samples.failed().summary());

    assertThat(ReportFiles.write(folder, Reports::markdown, scan))
        .contains("10. `data/train set.jsonl:101:41` **py-weak-hash**");
  }
}
