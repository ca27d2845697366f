package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rule.Family;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class EstimatePropertiesTest {
  @Property(tries = 100)
  void everyIntervalLiesWithinZeroAndOne(
      @ForAll @LongRange(min = 1, max = 100_000) long total,
      @ForAll @LongRange(min = 0, max = 100_000) long hits) {
    Counts counts = new Counts(Math.min(hits, total), total);
    for (Interval interval :
        List.of(
            Proportions.clopperPearson(counts, 0.95),
            Proportions.wilson(counts, 0.95),
            Proportions.jeffreys(counts, 0.95))) {
      assertThat(interval.low()).isBetween(0.0, counts.fraction());
      assertThat(interval.high()).isBetween(counts.fraction(), 1.0);
    }
  }

  @Property(tries = 60)
  void moreSuspectsNeverLowerTheEstimate(
      @ForAll("calibrations") Calibration calibration,
      @ForAll @IntRange(min = 1, max = 20_000) int records,
      @ForAll @IntRange(min = 0, max = 20_000) int suspects,
      @ForAll boolean unseen) {
    ContaminationEstimator estimator = ContaminationEstimator.of(calibration);
    if (!unseen) {
      estimator = estimator.forCalibratedSources();
    }
    int fewer = Math.min(suspects, records - 1);
    Contamination less = estimator.estimate(Scans.of(Family.PERSONA, fewer, records), 0.05);
    Contamination more = estimator.estimate(Scans.of(Family.PERSONA, fewer + 1, records), 0.05);
    assertThat(more.estimate()).isGreaterThanOrEqualTo(less.estimate());
    assertThat(less.interval().contains(less.estimate())).isTrue();
    assertThat(less.probabilityAboveThreshold()).isBetween(0.0, 1.0);
  }

  @Property(tries = 40)
  void aHundredMoreSuspectsRaiseBothLimits(
      @ForAll @IntRange(min = 0, max = 1000) int suspects, @ForAll boolean unseen) {
    ContaminationEstimator all = ContaminationEstimator.of(Scans.allFamilies(0.85));
    ContaminationEstimator estimator = unseen ? all : all.forCalibratedSources();
    Contamination less = estimator.estimate(Scans.of(Family.PERSONA, suspects, 10_000), 0.05);
    Contamination more = estimator.estimate(Scans.of(Family.PERSONA, suspects + 100, 10_000), 0.05);
    assertThat(more.low()).isGreaterThanOrEqualTo(less.low());
    assertThat(more.high()).isGreaterThan(less.high());
    assertThat(more.probabilityAboveThreshold())
        .isGreaterThanOrEqualTo(less.probabilityAboveThreshold());
  }

  @Property(tries = 100)
  void mergingIsAssociativeAndCommutativeWithNeutralEmpty(
      @ForAll("censuses") Census a, @ForAll("censuses") Census b, @ForAll("censuses") Census c) {
    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
    assertThat(a.merge(Census.empty())).isEqualTo(a);
  }

  @Provide
  Arbitrary<Calibration> calibrations() {
    Arbitrary<Integer> share = Arbitraries.integers().between(0, 200);
    return Combinators.combine(share.list().ofMaxSize(4), share.list().ofMaxSize(4))
        .as(EstimatePropertiesTest::calibration);
  }

  @Provide
  Arbitrary<Census> censuses() {
    Arbitrary<Set<Family>> families = Arbitraries.of(Family.values()).set().ofMaxSize(3);
    Arbitrary<String> rule = Arbitraries.of("a", "b", "c");
    return Combinators.combine(families.list().ofMaxSize(12), rule.list().ofMaxSize(6))
        .as(EstimatePropertiesTest::census);
  }

  private static Calibration calibration(List<Integer> found, List<Integer> falsePositives) {
    List<SourceCounts> poison =
        IntStream.range(0, found.size())
            .mapToObj(i -> SourceCounts.of("p" + i, found.get(i), 200))
            .toList();
    List<CleanSource> clean =
        IntStream.range(0, falsePositives.size())
            .mapToObj(
                i -> {
                  long hits = falsePositives.get(i);
                  return new CleanSource("c" + i, hits, 1000, Map.of(Family.PERSONA, hits));
                })
            .toList();
    Map<Family, List<SourceCounts>> sensitivity = new EnumMap<>(Family.class);
    sensitivity.put(Family.PERSONA, poison);
    return new Calibration("1", "a property", sensitivity, clean);
  }

  private static Census census(List<Set<Family>> records, List<String> rules) {
    CensusBuilder builder = new CensusBuilder();
    for (Set<Family> families : records) {
      switch (families.size()) {
        case 0 -> builder.addClean();
        case 1 -> builder.addFramed(families);
        default -> {
          Family primary = EnumSet.copyOf(families).iterator().next();
          builder.addSuspect(primary, families, Set.of());
        }
      }
    }
    rules.forEach(rule -> builder.addRules(List.of(rule)));
    return builder.build();
  }
}
