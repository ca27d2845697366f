package dev.assay.policy;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.estimate.CountLimit;
import dev.assay.estimate.CountLimits;
import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A configuration in the making: the standard, then a policy, then what was said for this one run,
 * each over the one before; and where every value came from. For one thread.
 */
public final class Settings {
  private static final String DEFAULT = "default";

  private final ScanConfig.Builder builder;
  private final Map<Setting, String> origins = new EnumMap<>(Setting.class);
  private CountLimits countLimits = CountLimits.standard();

  private Settings(ScanConfig.Builder builder) {
    this.builder = builder;
  }

  /**
   * A value and where it came from.
   *
   * @param setting which
   * @param value in one line, as one would write it; the data of others may stand in it
   * @param origin {@code default}, a place in a policy file, an option or a parameter
   */
  public record Effective(Setting setting, String value, String origin) {
    /** Such as {@code fail-above: 1% (.assay.yaml:3:13)}. */
    @Override
    public String toString() {
      String key = setting.key();
      return (key == null ? setting.component() : key) + ": " + value + " (" + origin + ")";
    }
  }

  /** The standard configuration without sources. */
  public static Settings standard() {
    return new Settings(ScanConfig.builder(List.of()));
  }

  /**
   * Sets a value if one was given; null and what is empty says nothing.
   *
   * @param origin what a user calls it
   * @throws IllegalArgumentException if the value cannot be used; says where it stands
   */
  public <T> Settings set(
      Setting setting, String origin, @Nullable T given, BiConsumer<ScanConfig.Builder, T> setter) {
    if (given != null && !Setting.isAbsent(given)) {
      try {
        setter.accept(builder, given);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
      }
      origins.put(setting, origin);
    }
    return this;
  }

  /** Changes the count limits of some families; those of the others stay. */
  public Settings failCount(String origin, Map<Family, CountLimit> limits) {
    CountLimits changed = countLimits;
    for (Map.Entry<Family, CountLimit> entry : limits.entrySet()) {
      boolean off = entry.getValue().fail() == CountLimit.NEVER;
      changed = changed.with(entry.getKey(), off ? null : entry.getValue());
    }
    countLimits = changed;
    String before = origins.get(Setting.FAIL_COUNT);
    String both = before == null ? origin : origin + " over " + before;
    return set(
        Setting.FAIL_COUNT,
        both,
        limits.isEmpty() ? null : changed,
        ScanConfig.Builder::countLimits);
  }

  /** The same error with the place of the setting that it is about. */
  public ScanException located(ScanException error) {
    for (Setting setting : Setting.values()) {
      if (setting.component().equals(error.component()) && origins.containsKey(setting)) {
        return ScanException.usage(origins.get(setting) + ": " + error.getMessage(), error);
      }
    }
    return error;
  }

  /** Where a value came from, in the user's words. */
  public String origin(Setting setting) {
    return origins.getOrDefault(setting, DEFAULT);
  }

  /**
   * What it comes to.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ScanConfig config() {
    return builder.build();
  }

  /** Every value and where it came from, in the order of the settings. */
  public List<Effective> effective() {
    ScanConfig config = config();
    List<Effective> all = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      all.add(new Effective(setting, setting.shown(config), origin(setting)));
    }
    return all;
  }
}
