package dev.assay.architecture.estimate;

import dev.assay.architecture.report.Report;

/** Breaks the order of the layers. */
final class EstimateKnowsReport {
  Report upper = new Report();
}
