package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulated worlds in which every source has its own sensitivity and false positive rate, and the
 * scanned data come from a source that the calibration has not seen.
 */
class CoverageTest {
  private static final int WORLDS = 120;
  private static final double FALSE_POSITIVE_RATE = 0.002;
  private static final double FALSE_POSITIVE_SPREAD = 0.002;

  private final SplittableRandom random = new SplittableRandom(20260101);

  /** Contamination of the first and second family; spread and number of calibrated sources. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0, 1, 0.02, 3, 5000",
    "0.05, 0, 1, 0.1, 3, 5000",
    "0.05, 0, 1, 0.05, 1, 5000",
    "0, 0, 4, 0.1, 3, 5000",
    "0.05, 0, 4, 0.1, 3, 5000",
    "0.1, 0.05, 4, 0.1, 5, 1000",
    "0.04, 0.02, 4, 0.05, 2, 200"
  })
  void theIntervalHoldsTheTruthOnUnseenSources(
      double first, double second, int families, double spread, int sources, int records) {
    int held = 0;
    for (int world = 0; world < WORLDS; world++) {
      Calibration calibration = calibration(families, sources, spread);
      EnumMap<Family, Long> flagged = new EnumMap<>(Family.class);
      double truth = 0;
      for (int i = 0; i < families; i++) {
        int poisoned = (int) Math.round(records * (i == 0 ? first : i == 1 ? second : 0));
        truth += (double) poisoned / records;
        long hits = binomial(poisoned, beta(0.85, spread)) + falsePositives(records - poisoned);
        flagged.put(Family.values()[i], hits);
      }
      List<FamilyEstimate> estimates =
          ContaminationEstimator.of(calibration).families(Scans.of(flagged, records));
      if (Mover.low(estimates, 0.95) <= truth + 1e-9 && truth <= Mover.high(estimates) + 1e-9) {
        held++;
      }
    }
    assertThat((double) held / WORLDS).isGreaterThanOrEqualTo(0.9);
  }

  private Calibration calibration(int families, int sources, double spread) {
    Map<Family, List<SourceCounts>> poison = new EnumMap<>(Family.class);
    List<Map<Family, Long>> falsePositives = new ArrayList<>();
    for (int s = 0; s < sources; s++) {
      falsePositives.add(new EnumMap<>(Family.class));
    }
    for (int f = 0; f < families; f++) {
      Family family = Family.values()[f];
      List<SourceCounts> counts = new ArrayList<>();
      for (int s = 0; s < sources; s++) {
        counts.add(SourceCounts.of("poison" + s, binomial(200, beta(0.85, spread)), 200));
        falsePositives.get(s).put(family, falsePositives(2000));
      }
      poison.put(family, counts);
    }
    List<CleanSource> clean = new ArrayList<>();
    for (int s = 0; s < sources; s++) {
      Map<Family, Long> counts = falsePositives.get(s);
      long sum = counts.values().stream().mapToLong(Long::longValue).sum();
      clean.add(new CleanSource("clean" + s, sum, 2000, counts));
    }
    return new Calibration("1", "a simulation", poison, clean);
  }

  private long falsePositives(int records) {
    return binomial(records, beta(FALSE_POSITIVE_RATE, FALSE_POSITIVE_SPREAD));
  }

  private double beta(double mean, double spread) {
    double precision = 1 / spread - 1;
    return BetaDistribution.of(mean * precision, (1 - mean) * precision)
        .inverseCumulativeProbability(random.nextDouble());
  }

  private long binomial(int n, double p) {
    long hits = 0;
    for (int i = 0; i < n; i++) {
      if (random.nextDouble() < p) {
        hits++;
      }
    }
    return hits;
  }
}
