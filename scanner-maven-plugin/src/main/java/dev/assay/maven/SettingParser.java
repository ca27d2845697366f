package dev.assay.maven;

import dev.assay.estimate.CountLimit;
import dev.assay.policy.SettingText;
import dev.assay.report.SarifOptions.Profile;
import dev.assay.rule.Family;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters as a build file has them, turned into values. Stateless. */
final class SettingParser {
  private SettingParser() {}

  static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }

  static Set<Family> families(List<String> names) {
    Set<Family> families = new LinkedHashSet<>();
    names.forEach(name -> families.add(SettingText.family(name.strip())));
    return families;
  }

  static Map<Family, CountLimit> limits(String origin, List<String> texts) {
    Map<Family, CountLimit> limits = new LinkedHashMap<>();
    for (String text : texts) {
      try {
        Map.Entry<Family, CountLimit> limit = SettingText.familyCountLimit(text);
        limits.put(limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
      }
    }
    return limits;
  }

  static Profile profile(String origin, @Nullable String name) {
    for (Profile profile : Profile.values()) {
      if (name == null || profile.name().equalsIgnoreCase(name.strip())) {
        return profile;
      }
    }
    throw new IllegalArgumentException(origin + ": '" + name + "' is neither full nor github.");
  }

  static Map<String, String> pairs(List<String> texts) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      Map.Entry<String, String> pair = SettingText.pair(text, "s3.endpoint=http://127.0.0.1:9000");
      pairs.put(pair.getKey(), pair.getValue());
    }
    return pairs;
  }
}
