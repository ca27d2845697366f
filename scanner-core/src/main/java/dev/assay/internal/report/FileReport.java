package dev.assay.internal.report;

import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A report that is a file: whole under its name after {@link #finish}, or not there. */
abstract class FileReport implements ReportWriter {
  private final PendingFile file;

  FileReport(Path target) throws IOException {
    this.file = PendingFile.create(target);
  }

  /** What kind of report it is, in a word. */
  abstract String kind();

  /** Writes what is still to be written. */
  abstract void complete(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException;

  final PendingFile file() {
    return file;
  }

  @Override
  public void unscanned(Unscanned unscanned) throws IOException {}

  @Override
  public final void finish(ScanSummary summary, Map<Long, RecordVerdict> revised)
      throws IOException {
    complete(summary, revised);
    file.publish();
  }

  @Override
  public final void close() throws IOException {
    file.close();
  }
}
