package dev.assay.maven;

import dev.assay.Reports;
import dev.assay.report.ReportWriter;
import dev.assay.report.SarifOptions;
import dev.assay.report.SarifOptions.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports of one scan, beside each other in one folder.
 *
 * @param folder where
 * @param name of the files, without what tells their kind
 * @param category what tells this module's alerts from those of others
 * @param profile for whom the SARIF is
 * @param records whether a line for every record is written too
 */
record ModuleReports(Path folder, String name, String category, Profile profile, boolean records) {
  Path markdown() {
    return folder.resolve(name + ".md");
  }

  Path stamp() {
    return folder.resolve(name + ".stamp");
  }

  /** Every file that a scan writes. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve(name + ".sarif"));
    files.add(folder.resolve(name + ".json"));
    files.add(markdown());
    if (records) {
      files.add(folder.resolve(name + ".records.jsonl"));
    }
    return files;
  }

  /** Starts them, or none of them. */
  List<ReportWriter> open() throws IOException {
    List<ReportWriter> writers = new ArrayList<>();
    List<Path> files = files();
    try {
      SarifOptions sarif = new SarifOptions(category, SarifOptions.MOST_RESULTS, profile);
      writers.add(Reports.sarif(files.get(0), sarif));
      writers.add(Reports.json(files.get(1)));
      writers.add(Reports.markdown(files.get(2)));
      if (records) {
        writers.add(Reports.records(files.get(3)));
      }
      return writers;
    } catch (IOException e) {
      for (ReportWriter writer : writers) {
        writer.close();
      }
      throw e;
    }
  }
}
