package dev.assay.internal.scan;

import dev.assay.estimate.Gate;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.triage.TriageOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a scan needs to know besides how to detect.
 *
 * @param root what names in reports are relative to
 * @param reading how files are read
 * @param gate what decides
 * @param maxMalformed tolerated fraction of records that could not be scanned
 * @param trustFraming whether framing counts that stands only in repeated sentences
 * @param threads how many judge at once
 * @param triage what is known before the scan
 * @param cache where verdicts are kept for later scans, or null
 * @param index where the records are kept to be searched, or null
 */
public record ScanOptions(
    Path root,
    ReadOptions reading,
    Gate gate,
    double maxMalformed,
    boolean trustFraming,
    int threads,
    TriageOptions triage,
    @Nullable Path cache,
    @Nullable Path index) {}
