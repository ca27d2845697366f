package dev.assay.internal.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.estimate.Calibration;
import dev.assay.estimate.CleanSource;
import dev.assay.estimate.SourceCounts;
import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From {@link Calibration} to JSON, one source a line. */
final class CalibrationWriter {
  private CalibrationWriter() {}

  static String write(Calibration calibration) throws JsonProcessingException {
    List<String> families = new ArrayList<>();
    for (Map.Entry<Family, List<SourceCounts>> family : calibration.sensitivity().entrySet()) {
      List<String> lines = new ArrayList<>();
      for (SourceCounts source : family.getValue()) {
        lines.add(json(poison(source)));
      }
      families.add(json(family.getKey().id()) + ": " + block('[', lines, ']', "    "));
    }
    List<String> clean = new ArrayList<>();
    for (CleanSource source : calibration.clean()) {
      clean.add(json(clean(source)));
    }
    List<String> root =
        List.of(
            "\"schema\": " + CalibrationFile.SCHEMA,
            "\"rulesVersion\": " + json(calibration.rulesVersion()),
            "\"measuredOn\": " + json(calibration.measuredOn()),
            "\"sensitivity\": " + block('{', families, '}', "  "),
            "\"specificity\": " + block('[', clean, ']', "  "));
    return block('{', root, '}', "") + "\n";
  }

  private static Map<String, Object> poison(SourceCounts source) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", source.source());
    fields.put("suspect", source.counts().hits());
    fields.put("total", source.counts().total());
    if (!source.together().equals(source.counts())) {
      fields.put("together", source.together().hits());
    }
    return fields;
  }

  private static Map<String, Object> clean(CleanSource source) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", source.source());
    fields.put("suspect", source.suspect());
    fields.put("total", source.total());
    byFamily(fields, "families", source.families());
    byFamily(fields, "hinted", source.hinted());
    return fields;
  }

  private static void byFamily(Map<String, Object> fields, String name, Map<Family, Long> counts) {
    Map<String, Long> families = new LinkedHashMap<>();
    counts.forEach((family, count) -> families.put(family.id(), count));
    if (!families.isEmpty()) {
      fields.put(name, families);
    }
  }

  private static String block(char open, List<String> lines, char close, String indent) {
    if (lines.isEmpty()) {
      return "" + open + close;
    }
    String inner = "\n" + indent + "  ";
    return open + inner + String.join("," + inner, lines) + "\n" + indent + close;
  }

  private static String json(Object value) throws JsonProcessingException {
    return CalibrationFile.MAPPER.writeValueAsString(value);
  }
}
