package dev.assay.estimate;

/** Counts of a scan. */
public record Census(long scanned, long clean, long framed, long suspect, long malformed, long skipped) {}
