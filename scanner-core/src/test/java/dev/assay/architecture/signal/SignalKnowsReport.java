package dev.assay.architecture.signal;

import dev.assay.architecture.report.Report;

/** Breaks the order of the layers. */
final class SignalKnowsReport {
  Report upper = new Report();
}
