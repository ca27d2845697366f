package dev.assay;

import dev.assay.internal.report.CodeQualityReport;
import dev.assay.internal.report.ConsoleSummary;
import dev.assay.internal.report.Excerpt;
import dev.assay.internal.report.FoundText;
import dev.assay.internal.report.MarkdownReport;
import dev.assay.internal.report.RecordsReport;
import dev.assay.internal.report.SarifReport;
import dev.assay.internal.report.SummaryReport;
import dev.assay.internal.report.TriggerList;
import dev.assay.internal.report.Wording;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import dev.assay.report.SarifOptions;
import dev.assay.rule.Rule;
import dev.assay.search.FoundRecord;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes report writers. Those that write a file make its folder and start it at once, so that a
 * name that cannot be written is known before a scan; the file appears when the report is finished.
 */
public final class Reports {
  private Reports() {}

  /**
   * SARIF 2.1.0, for code scanning and editors.
   *
   * @throws IOException if the file cannot be written
   */
  public static ReportWriter sarif(Path file) throws IOException {
    return sarif(file, SarifOptions.DEFAULT);
  }

  /**
   * SARIF 2.1.0, for code scanning and editors.
   *
   * @throws IOException if the file cannot be written
   */
  public static ReportWriter sarif(Path file, SarifOptions options) throws IOException {
    return new SarifReport(file, options);
  }

  /**
   * The scan as a whole, as JSON: {@code docs/reference/summary.schema.json}.
   *
   * @throws IOException if the file cannot be written
   */
  public static ReportWriter json(Path file) throws IOException {
    return new SummaryReport(file);
  }

  /**
   * A JSON line for every judged record: {@code docs/reference/records.schema.json}.
   *
   * @throws IOException if the file cannot be written
   */
  public static ReportWriter records(Path file) throws IOException {
    return new RecordsReport(file);
  }

  /**
   * Markdown for a comment on a pull request, at most 60 KB.
   *
   * @throws IOException if the file cannot be written
   */
  public static ReportWriter markdown(Path file) throws IOException {
    return new MarkdownReport(file);
  }

  /**
   * GitLab's Code Quality report: what counts, without what is suppressed.
   *
   * @throws IOException if the file cannot be written
   */
  public static ReportWriter codeQuality(Path file) throws IOException {
    return new CodeQualityReport(file);
  }

  /**
   * A piece of data, cut and escaped so that a terminal shows it and does nothing else.
   *
   * @param most characters
   */
  public static String excerpt(String data, int most) {
    return Excerpt.of(data, most).plain();
  }

  /** What a rule finds, as a sentence without the evidence of any finding. */
  public static String title(Rule rule) {
    return Wording.title(rule);
  }

  /**
   * Records that a search found, for a terminal.
   *
   * @param found how many there are; those beyond what is handed over are said
   * @param out gets everything at once; not closed
   */
  public static void found(Appendable out, ConsoleStyle style, long found, List<FoundRecord> shown)
      throws IOException {
    out.append(FoundText.of(style, found, shown));
  }

  /**
   * A record that a search found, as a JSON line.
   *
   * @param out not closed
   * @throws IOException if it cannot be written
   */
  public static void foundJson(OutputStream out, FoundRecord record) throws IOException {
    FoundText.json(out, record);
  }

  /**
   * Triggers, worst first, for a terminal.
   *
   * @param out gets everything at once; not closed
   */
  public static void triggers(Appendable out, ConsoleStyle style, List<TriggerCluster> triggers)
      throws IOException {
    out.append(TriggerList.of(style, triggers));
  }

  /**
   * Triggers as JSON: the member {@code triggers} of a summary.
   *
   * @param out not closed
   * @throws IOException if it cannot be written
   */
  public static void triggersJson(OutputStream out, List<TriggerCluster> triggers)
      throws IOException {
    TriggerList.json(out, triggers);
  }

  /**
   * What a person reads at the end of a scan.
   *
   * @param out gets everything at the end; not closed
   * @param style what the terminal can show
   * @param alongside writers that are finished before this one: the files they wrote are named
   */
  public static ReportWriter console(
      Appendable out, ConsoleStyle style, List<ReportWriter> alongside) {
    return new ConsoleSummary(out, style, alongside);
  }
}
