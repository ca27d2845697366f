package dev.assay.estimate;

import org.jspecify.annotations.Nullable;

/**
 * The counts of a part of the data that has a threshold of its own.
 *
 * @param path which part, or null for all files that no pattern names
 * @param census its counts
 * @param contamination the estimate from them
 */
public record PartCensus(
    @Nullable PathThreshold path, Census census, Contamination contamination) {}
