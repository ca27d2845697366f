package dev.assay.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What one family says of the contamination by it.
 *
 * @param observed share of records flagged with this as their primary family
 * @param signed Rogan-Gladen estimate, not clipped: below 0 where fewer are flagged than expected
 * @param low lower limit, not clipped
 * @param high upper limit, at least the clipped estimate
 * @param sensitivity as predicted for the data scanned
 * @param falsePositive as predicted for the data scanned
 * @param apparent what the observed share might as well have been, given chance in detection
 * @param apparentExact whether that chance is left out
 */
record FamilyEstimate(
    double observed,
    double signed,
    double low,
    double high,
    SourceRate sensitivity,
    SourceRate falsePositive,
    Beta apparent,
    boolean apparentExact) {

  /**
   * What was counted of a family.
   *
   * @param hits records with this primary family
   * @param records scanned, at least 1
   * @param families how many families share the benefit of the doubt about records that none found
   */
  record Observation(long hits, long records, int families) {
    double share() {
      return (double) hits / records;
    }
  }

  /** The estimate clipped to [0, 1]: a family can not take away what others found. */
  double estimate() {
    return Math.min(1, Math.max(0, signed));
  }

  /** On data from the calibrated sources: the interval of Lang and Reiczigel as published. */
  static FamilyEstimate onSameSources(
      Observation seen, SourceRate sensitivity, SourceRate falsePositive, double z) {
    double n = seen.records();
    ShrunkRate apparent = ShrunkRate.plusZ(seen.share(), n, z, z * z / 2 / seen.families());
    LangReiczigel limits =
        LangReiczigel.interval(apparent, sensitivity.rate(), falsePositive.rate(), z);
    double signed = signed(seen, sensitivity, falsePositive);
    double high = Math.max(limits.high(), Math.max(0, Math.min(1, signed)));
    return new FamilyEstimate(
        seen.share(),
        signed,
        Math.min(signed, limits.low()),
        high,
        sensitivity,
        falsePositive,
        jeffreys(seen, n),
        true);
  }

  /**
   * On data from a source never seen. Lang-Reiczigel stands for the noise of the calibration; the
   * spread between sources moves each limit further, by what its quantile does to the estimate; the
   * distances add up by squares, as by MOVER (Zou and Donner 2008). The ratio is skewed, so the
   * upper limit moves further than the lower one.
   */
  static FamilyEstimate onUnseenSource(
      Observation seen, SourceRate sensitivity, SourceRate falsePositive, double z, double tail) {
    double n = seen.records() / chanceShare(seen, sensitivity, falsePositive);
    ShrunkRate apparent = ShrunkRate.plusZ(seen.share(), n, z, z * z / 2 / seen.families());
    LangReiczigel limits =
        LangReiczigel.interval(apparent, sensitivity.rate(), falsePositive.rate(), z);
    double signed = signed(seen, sensitivity, falsePositive);
    double theta =
        LangReiczigel.estimate(apparent.p(), sensitivity.shrunk(), falsePositive.shrunk());
    Distances spread = Distances.ofSpread(Math.max(0, theta), sensitivity, falsePositive, tail);
    double down = Math.hypot(Math.max(0, signed - limits.low()), spread.down());
    double up = Math.hypot(Math.max(0, limits.high() - signed), spread.up());
    double capped =
        Math.min(signed + up, mostWithoutFalsePositives(apparent, sensitivity, z, tail));
    double high = Math.max(capped, Math.max(0, Math.min(1, signed)));
    return new FamilyEstimate(
        seen.share(),
        signed,
        signed - down,
        high,
        sensitivity,
        falsePositive,
        jeffreys(seen, n),
        false);
  }

  /**
   * Every record was flagged or not, so the share flagged has no sampling error; but which of the
   * poisoned records were detected is chance, and matters when there are few. As a share of the
   * binomial variance it is about 1 - Se; and where nothing was found Se / -ln(1 - Se), the rate at
   * which m poisoned records all stay unseen.
   */
  private static double chanceShare(
      Observation seen, SourceRate sensitivity, SourceRate falsePositive) {
    double se = sensitivity.shrunk();
    double atZero = se / -Math.log1p(-se);
    double detection = 1 - se + (atZero - (1 - se)) / (seen.hits() + 1);
    double theta =
        Math.max(1.0 / seen.records(), Math.min(1, signed(seen, sensitivity, falsePositive)));
    double truePart = theta * se;
    double falsePart = (1 - theta) * falsePositive.shrunk();
    return (truePart * detection + falsePart) / (truePart + falsePart);
  }

  /** A limit that no false positive rate can pass: what was flagged, all of it poison. */
  private static double mostWithoutFalsePositives(
      ShrunkRate apparent, SourceRate sensitivity, double z, double tail) {
    Beta beta = sensitivity.predictive();
    double least = BetaDistribution.of(beta.a(), beta.b()).inverseCumulativeProbability(tail);
    double most = apparent.p() + z * Math.sqrt(apparent.variance());
    return most / Math.max(LangReiczigel.LEAST_YOUDEN, least);
  }

  private static double signed(Observation seen, SourceRate sensitivity, SourceRate falsePositive) {
    return LangReiczigel.estimate(seen.share(), sensitivity.pooled(), falsePositive.pooled());
  }

  private static Beta jeffreys(Observation seen, double n) {
    double prior = 0.5 / seen.families();
    return new Beta(n * seen.share() + prior, n * (1 - seen.share()) + prior);
  }

  /** How far the spread between sources moves the limits, each at least 0. */
  private record Distances(double down, double up) {
    static Distances ofSpread(
        double theta, SourceRate sensitivity, SourceRate falsePositive, double tail) {
      double se = sensitivity.shrunk();
      double seHigh = Math.max(se, sensitivity.spreadQuantile(1 - tail));
      double seLow = Math.max(1e-9, Math.min(se, sensitivity.spreadQuantile(tail)));
      double fpr = falsePositive.shrunk();
      double fprHigh = Math.max(fpr, falsePositive.spreadQuantile(1 - tail));
      double fprLow = Math.min(fpr, falsePositive.spreadQuantile(tail));
      double youden = LangReiczigel.youden(se, fpr);
      return new Distances(
          Math.hypot(theta * (1 - se / seHigh), (fprHigh - fpr) / youden),
          Math.hypot(theta * (se / seLow - 1), (fpr - fprLow) / youden));
    }
  }
}
