package dev.assay.internal.report;

import dev.assay.record.Unscanned;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** A console whose terminal is a file that is closed with it. */
record ClosingConsole(Writer out, ReportWriter console) implements ReportWriter {
  ClosingConsole(Writer out, ConsoleStyle style) {
    this(out, new ConsoleSummary(out, style, List.of()));
  }

  @Override
  public boolean wantsEveryRecord() {
    return console.wantsEveryRecord();
  }

  @Override
  public void record(RecordVerdict record) throws IOException {
    console.record(record);
  }

  @Override
  public void unscanned(Unscanned unscanned) throws IOException {
    console.unscanned(unscanned);
  }

  @Override
  public void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    console.finish(summary, revised);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
