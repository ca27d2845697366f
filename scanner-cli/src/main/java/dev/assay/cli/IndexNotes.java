package dev.assay.cli;

import dev.assay.search.IndexFacts;
import java.io.PrintStream;

/** Says what an index does not hold: whoever finds nothing must know where nothing was looked. */
final class IndexNotes {
  private IndexNotes() {}

  static void print(IndexFacts facts, PrintStream err) {
    if (!facts.whole()) {
      err.printf(
          "assay: Not everything could be scanned when this index was made: %d files and %d records"
              + " are missing in it.%n",
          facts.missingFiles(), facts.missingRecords());
    }
    if (facts.since() != null) {
      err.println(
          "assay: This index holds only the records that are new or changed since "
              + Errors.shown(facts.since())
              + ".");
    }
  }
}
