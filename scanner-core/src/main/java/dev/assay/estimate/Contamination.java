package dev.assay.estimate;

/** Estimated fraction of poisoned records, with its interval; fractions of 1. */
public record Contamination(
    double estimate,
    double low,
    double high,
    double confidence,
    String method,
    double noiseFloor,
    double probabilityAboveThreshold) {}
