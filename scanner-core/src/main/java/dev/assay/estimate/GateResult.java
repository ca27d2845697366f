package dev.assay.estimate;

import java.util.List;

/** What the gate decided, and why in plain sentences. */
public record GateResult(
    double threshold, GatePolicy policy, Decision decision, List<String> reasons) {}
