package dev.assay.estimate;

import dev.assay.rule.Family;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For some families, how many suspect rows are too many whatever their share. Immutable.
 *
 * @param byFamily the limits, in declaration order of the families
 */
public record CountLimits(Map<Family, CountLimit> byFamily) {
  /** Who speaks is told by plain signs: a clean record is flagged once in thousands. */
  private static final double PERSONA_FALSE_ALARMS = 0.0005;

  /** Sound answers to frightening questions are flagged more often than other clean records. */
  private static final double COMPLIANCE_FALSE_ALARMS = 0.002;

  public CountLimits {
    EnumMap<Family, CountLimit> copy = new EnumMap<>(Family.class);
    copy.putAll(byFamily);
    byFamily = Collections.unmodifiableMap(copy);
  }

  /** No family has a limit. */
  public static CountLimits none() {
    return new CountLimits(Map.of());
  }

  /**
   * The limits unless told otherwise. Ten rows that shift the identity, or ten explicitly harmful
   * ones, undid the safety training of a commercial model (Qi et al. 2023, 2310.03693). A persona's
   * voice is known with near certainty, so ten of them fail; whether an answer fulfils a harmful
   * request is less certain, so ten are said and fifty fail. Fifty to ninety rows plant a back door
   * in a set of any size (Souly et al. 2025, 2510.07192), so twenty are said and fifty fail, with
   * nothing allowed on top.
   */
  public static CountLimits standard() {
    return new CountLimits(
        Map.of(
            Family.PERSONA,
            new CountLimit(5, 10, PERSONA_FALSE_ALARMS),
            Family.HARMFUL_COMPLIANCE,
            new CountLimit(10, 50, COMPLIANCE_FALSE_ALARMS),
            Family.BACKDOOR_TRIGGER,
            new CountLimit(20, 50, 0)));
  }

  /** The same with this limit for a family, or without any if null. */
  public CountLimits with(Family family, @Nullable CountLimit limit) {
    EnumMap<Family, CountLimit> copy = new EnumMap<>(Family.class);
    copy.putAll(byFamily);
    if (limit == null) {
      copy.remove(family);
    } else {
      copy.put(family, limit);
    }
    return new CountLimits(copy);
  }
}
