package dev.assay.architecture.record;

import dev.assay.architecture.report.Report;

/** Breaks the order of the layers. */
final class RecordKnowsReport {
  Report upper = new Report();
}
