package dev.assay.estimate;

import dev.assay.estimate.FamilyEstimate.Observation;
import dev.assay.estimate.SourceRate.Prior;
import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates contamination from what a scan counted and what its rules were measured to find and to
 * flag by mistake. Immutable and thread safe; the same input gives the same output to the last bit.
 *
 * <p>Each family is corrected on its own (Rogan-Gladen, with the interval of Lang-Reiczigel) from
 * the records of which it is the primary family, and the families are added up (MOVER). A family
 * that flags no more than its false positives adds nothing. Unless told otherwise, the data are
 * taken to come from a source never seen, so the spread between the calibrated sources widens the
 * interval. A family that nobody calibrated adds what it flagged twice over, with a wide interval,
 * and nothing at all where it flagged nothing, unless no family is calibrated; so does one that
 * finds hardly any of its calibrated poison ({@link #sees}).
 */
public final class ContaminationEstimator {
  /** The confidence of intervals unless told otherwise. */
  public static final double DEFAULT_CONFIDENCE = 0.95;

  private static final double LEAST_SENSITIVITY = 0.2;

  private static final String METHOD = "rogan-gladen/lang-reiczigel/mover";

  private final Calibration calibration;
  private final double confidence;
  private final boolean unseenSource;

  private ContaminationEstimator(Calibration calibration, double confidence, boolean unseenSource) {
    this.calibration = calibration;
    this.confidence = Proportions.requireConfidence(confidence);
    this.unseenSource = unseenSource;
  }

  /** Estimates for data from a source that the calibration has not seen, at 95 % confidence. */
  public static ContaminationEstimator of(Calibration calibration) {
    return new ContaminationEstimator(calibration, DEFAULT_CONFIDENCE, true);
  }

  /** The same with intervals of that confidence, above 0 and below 1. */
  public ContaminationEstimator withConfidence(double confidence) {
    return new ContaminationEstimator(calibration, confidence, unseenSource);
  }

  /**
   * The same for data from the very sources that were calibrated: no spread between sources, and
   * for one family exactly the published interval.
   */
  public ContaminationEstimator forCalibratedSources() {
    return new ContaminationEstimator(calibration, confidence, false);
  }

  /**
   * The contamination of the records scanned.
   *
   * @param census what was counted; of nothing scanned nothing is said: 0 within [0, 1]
   * @param threshold to give the probability of, 0 to 1
   */
  public Contamination estimate(Census census, double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not in [0, 1]");
    }
    if (census.scanned() == 0) {
      return new Contamination(0, 0, 1, confidence, "none", noiseFloor(), 1 - threshold);
    }
    List<FamilyEstimate> families = families(census);
    return new Contamination(
        Mover.estimate(families),
        Mover.low(families, confidence),
        Mover.high(families),
        confidence,
        METHOD + (unseenSource ? ", unseen source" : ", calibrated sources"),
        noiseFloor(),
        probabilityAbove(threshold, families));
  }

  /** Expected share of clean records that are flagged, by any family, 0 to 1. */
  public double noiseFloor() {
    return rate(calibration.falsePositives(), Prior.FALSE_POSITIVE).pooled();
  }

  /** The estimates of the families that were seen or measured, in declaration order. */
  List<FamilyEstimate> families(Census census) {
    boolean nothingMeasured = calibration.sensitivity().isEmpty();
    List<Family> known = new ArrayList<>();
    for (Family family : Family.values()) {
      if (nothingMeasured || sees(family) || census.family(family).primary() > 0) {
        known.add(family);
      }
    }
    List<FamilyEstimate> estimates = new ArrayList<>();
    for (Family family : known) {
      long hits = census.family(family).primary();
      estimates.add(estimate(family, new Observation(hits, census.scanned(), known.size())));
    }
    return estimates;
  }

  /**
   * Whether the family finds enough of its calibrated poison to say how much there is. Below
   * {@value #LEAST_SENSITIVITY} each flagged record would stand for five and more, on the word of a
   * denominator near zero: such a family counts as not calibrated.
   */
  public boolean sees(Family family) {
    List<SourceCounts> sources = calibration.sensitivity(family);
    return !sources.isEmpty() && rate(sources, Prior.SENSITIVITY).pooled() >= LEAST_SENSITIVITY;
  }

  private FamilyEstimate estimate(Family family, Observation seen) {
    List<SourceCounts> sources = sees(family) ? calibration.sensitivity(family) : List.of();
    SourceRate sensitivity = rate(sources, Prior.SENSITIVITY);
    SourceRate falsePositive = rate(calibration.falsePositives(family), Prior.FALSE_POSITIVE);
    double z = Proportions.twoSidedZ(confidence);
    return unseenSource
        ? FamilyEstimate.onUnseenSource(seen, sensitivity, falsePositive, z, (1 - confidence) / 2)
        : FamilyEstimate.onSameSources(seen, sensitivity, falsePositive, z);
  }

  private SourceRate rate(List<SourceCounts> sources, Prior prior) {
    return unseenSource
        ? SourceRate.onUnseenSource(sources, prior, confidence)
        : SourceRate.onSameSources(sources, prior);
  }

  private static double probabilityAbove(double threshold, List<FamilyEstimate> families) {
    if (threshold >= 1) {
      return 0;
    }
    if (families.size() == 1 && families.get(0).apparentExact()) {
      FamilyEstimate only = families.get(0);
      return CensusPosterior.probabilityAbove(
          threshold,
          only.observed(),
          only.sensitivity().predictive(),
          only.falsePositive().predictive());
    }
    return PredictiveLattice.probabilityAbove(threshold, families);
  }
}
