package dev.assay.architecture.verdict;

import dev.assay.architecture.report.Report;

/** Breaks the order of the layers. */
final class VerdictKnowsReport {
  Report upper = new Report();
}
