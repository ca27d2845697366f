package dev.assay.architecture.segment;

import dev.assay.architecture.report.Report;

/** Breaks the order of the layers. */
final class SegmentKnowsReport {
  Report upper = new Report();
}
