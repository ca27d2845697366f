package dev.assay.architecture.report;

/** What no lower layer may know. */
public final class Report {}
