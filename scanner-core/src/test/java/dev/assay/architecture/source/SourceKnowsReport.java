package dev.assay.architecture.source;

import dev.assay.architecture.report.Report;

/** Breaks the order of the layers. */
final class SourceKnowsReport {
  Report upper = new Report();
}
