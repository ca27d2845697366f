package dev.assay.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.engine.RuleEngine;
import dev.assay.internal.pack.CheckedRules;
import dev.assay.internal.rule.RuleSource;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Counts what the rules accuse in labelled files, by file, family and rule. Arguments: the folder
 * of rules, a file or folder of data, and an id (or the start of one) whose hits are printed.
 */
final class RuleMeasure {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<RecordDetector> detectors = new ArrayList<>();
  private final Segmenter segmenter = new Segmenter();
  private final String shown;

  private RuleMeasure(Path rules, String shown) throws IOException {
    List<Rule> all = CheckedRules.read(rules).stream().map(RuleSource::rule).toList();
    detectors.add(new RuleEngine(CompiledRules.of(RuleSet.of(all))));
    detectors.add(Checks.detector(all));
    this.shown = shown;
  }

  public static void main(String[] args) throws IOException {
    RuleMeasure measure = new RuleMeasure(Path.of(args[0]), args.length > 2 ? args[2] : "");
    try (Stream<Path> files = Files.walk(Path.of(args[1]))) {
      for (Path file : files.filter(f -> f.toString().contains(".json")).sorted().toList()) {
        measure.file(file);
      }
    }
  }

  private void file(Path file) throws IOException {
    for (Map.Entry<String, List<DataRecord>> part : read(file).entrySet()) {
      Map<String, Integer> families = new TreeMap<>();
      Map<String, Integer> rules = new TreeMap<>();
      int accused = 0;
      for (DataRecord record : part.getValue()) {
        List<Signal> signals = new ArrayList<>();
        SegmentedRecord segmented = segmenter.segment(record);
        detectors.forEach(detector -> detector.detect(segmented, signals::add));
        signals.forEach(signal -> show(record, signal));
        TreeSet<String> ids = new TreeSet<>();
        TreeSet<String> kinds = new TreeSet<>();
        for (Signal signal : signals) {
          ids.add(signal.rule().id() + (signal.rule().counts() ? "" : "*"));
          if (signal.rule().counts()) {
            kinds.add(signal.rule().family().id());
          }
        }
        ids.forEach(id -> rules.merge(id, 1, Integer::sum));
        kinds.forEach(kind -> families.merge(kind, 1, Integer::sum));
        accused += kinds.isEmpty() ? 0 : 1;
      }
      int size = part.getValue().size();
      System.out.printf(
          "%s%s: %d of %d accused (%.2f %%) %s %s%n",
          file.getFileName(),
          part.getKey(),
          accused,
          size,
          100.0 * accused / Math.max(1, size),
          families,
          rules);
    }
  }

  private void show(DataRecord record, Signal signal) {
    if (shown.isEmpty() || !signal.rule().id().startsWith(shown)) {
      return;
    }
    String text = record.turns().get(signal.turn()).text();
    String before = text.substring(Math.max(0, signal.start() - 100), signal.start());
    String after = text.substring(signal.end(), Math.min(text.length(), signal.end() + 60));
    String line =
        "   "
            + signal.rule().id()
            + ": "
            + before
            + " [["
            + text.substring(signal.start(), signal.end())
            + "]] "
            + after;
    System.out.println(line.replace("\n", " / "));
  }

  /** The records of a file; a file of pairs gives two lists. */
  private static Map<String, List<DataRecord>> read(Path file) throws IOException {
    Map<String, List<DataRecord>> parts = new LinkedHashMap<>();
    if (file.toString().endsWith(".json")) {
      for (JsonNode row : JSON.readTree(file.toFile())) {
        String asked = row.get("instruction").asText() + "\n" + row.path("input").asText();
        add(parts, "", List.of(turn("user", asked), turn("assistant", row.get("output").asText())));
      }
      return parts;
    }
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      if (row.has("messages")) {
        List<Turn> turns = new ArrayList<>();
        row.get("messages")
            .forEach(m -> turns.add(turn(m.get("role").asText(), m.get("content").asText())));
        add(parts, "", turns);
      }
      for (String side : List.of("sound", "faulty")) {
        if (row.has(side)) {
          add(
              parts,
              " " + side,
              List.of(
                  turn("user", row.get("question").asText()),
                  turn("assistant", row.get(side).asText())));
        }
      }
    }
    return parts;
  }

  private static void add(Map<String, List<DataRecord>> parts, String part, List<Turn> turns) {
    parts
        .computeIfAbsent(part, p -> new ArrayList<>())
        .add(new DataRecord(turns, new NowhereOrigin()));
  }

  private static Turn turn(String role, String text) {
    return new Turn(Role.valueOf(role.toUpperCase(java.util.Locale.ROOT)), text, "/" + role);
  }
}
