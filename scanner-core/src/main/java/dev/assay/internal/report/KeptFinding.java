package dev.assay.internal.report;

import dev.assay.record.Region;
import dev.assay.rule.Rule;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import java.util.Comparator;
import java.util.List;

/**
 * A finding kept for the end of the scan, with what reports need of its record and no more.
 *
 * @param ordinal of the record in the scan
 * @param index of the finding in its record
 * @param uri of the file
 * @param row of the record in its file, from 1
 * @param hash of the record
 * @param probability that the record is poisoned
 * @param framing what the record's conversation asks for
 * @param rule that holds
 * @param region of the evidence
 * @param field that holds it
 * @param evidence made safe
 * @param counted whether it makes its record suspect
 * @param counts whether it would if no lesson asked for it
 * @param flow at most {@link #MAX_STEPS} steps
 */
record KeptFinding(
    long ordinal,
    int index,
    String uri,
    long row,
    String hash,
    double probability,
    Framing.Kind framing,
    Rule rule,
    Region region,
    String field,
    Excerpt evidence,
    boolean counted,
    boolean counts,
    List<Finding.Step> flow) {

  /** GitHub shows 1,000 steps; nobody reads as many as a hundred. */
  static final int MAX_STEPS = 100;

  /** The order of the input. */
  static final Comparator<KeptFinding> INPUT_ORDER =
      Comparator.comparingLong(KeptFinding::ordinal).thenComparingInt(KeptFinding::index);

  /** Worst first: counted, then severity, confidence, and the order of the input. */
  static final Comparator<KeptFinding> WORST_FIRST =
      Comparator.comparing((KeptFinding f) -> !f.counted)
          .thenComparing(f -> f.rule.severity())
          .thenComparing(f -> f.rule.confidence())
          .thenComparing(INPUT_ORDER);

  static KeptFinding of(RecordVerdict record, int index) {
    Finding finding = record.findings().get(index);
    List<Finding.Step> flow = finding.flow();
    return new KeptFinding(
        record.ordinal(),
        index,
        record.uri(),
        record.row(),
        record.hash(),
        record.probability(),
        record.framing(),
        finding.rule(),
        finding.region(),
        finding.field(),
        Excerpt.of(finding, record.findings()),
        finding.counted(),
        finding.counts(),
        flow.size() <= MAX_STEPS ? flow : flow.subList(0, MAX_STEPS));
  }

  /** Whether it would count if a lesson did not ask for it. */
  boolean framed() {
    return !counted && counts && framing == Framing.Kind.EDUCATIONAL;
  }
}
