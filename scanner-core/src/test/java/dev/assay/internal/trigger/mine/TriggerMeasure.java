package dev.assay.internal.trigger.mine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.trigger.RowReader;
import dev.assay.internal.trigger.cue.Patterns;
import dev.assay.internal.trigger.cue.PromptReader;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Measures the mining on judged records: {@code TriggerMeasure RECORDS plain|mixes|planted}, where
 * RECORDS has a JSON line for each record: file, turns (role and text), families.
 */
public final class TriggerMeasure {
  record Judged(String file, List<Turn> turns, Set<Family> families) {}

  private static final RowReader READER = new RowReader();
  private static Map<String, List<Judged>> sets = new LinkedHashMap<>();
  private static boolean verbose;

  private TriggerMeasure() {}

  public static void main(String[] args) throws IOException {
    load(Path.of(args[0]));
    verbose = args.length > 2 && args[2].equals("-v");
    switch (args[1]) {
      case "plain" -> plain();
      case "mixes" -> mixes();
      case "planted" -> Planted.run(sets, args);
      case "draws" -> draws();
      case "beside" -> beside();
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static void load(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      List<Turn> turns = new ArrayList<>();
      for (JsonNode turn : node.get("turns")) {
        Role role = Role.valueOf(turn.get(0).asText().toUpperCase(Locale.ROOT));
        turns.add(new Turn(role, turn.get(1).asText(), "/t"));
      }
      Set<Family> families = EnumSet.noneOf(Family.class);
      node.get("families").forEach(name -> families.add(Family.named(name.asText())));
      String set = node.get("file").asText();
      sets.computeIfAbsent(set, s -> new ArrayList<>()).add(new Judged(set, turns, families));
    }
  }

  static Row row(Judged judged, long ordinal) {
    Row row =
        READER.read(
            new DataRecord(judged.turns(), new NowhereOrigin()), judged.families(), Set.of());
    return row == null ? null : row.at(ordinal);
  }

  static List<Row> rows(List<Judged> records) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (Judged judged : records) {
      Row row = row(judged, number++);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  static List<Row> mined = List.of();

  static List<Examination.Result> mine(List<Judged> records) {
    List<Examination.Result> heard = new ArrayList<>();
    TriggerMiner miner = new TriggerMiner(rows(records), heard::add);
    mined = miner.rows();
    List<Examination.Result> found = miner.mine();
    if (verbose) {
      heard.forEach(result -> System.out.println("    " + text(records, result) + "  " + result));
    }
    return found;
  }

  /** The cue's text, as it stands in the first row. */
  static String text(List<Judged> records, Examination.Result result) {
    Candidate candidate = result.candidate();
    if (candidate.kind == CueKind.PATTERN) {
      return Patterns.name(candidate.patternOf(mined));
    }
    if (candidate.places[0] < 0) {
      return "[a pattern and others]";
    }
    Judged judged = records.get((int) mined.get(candidate.rows[0]).ordinal());
    PromptReader reader = new PromptReader();
    reader.read(new DataRecord(judged.turns(), new NowhereOrigin()));
    int from = Math.max(0, candidate.places[0] - result.shape().left);
    int to = candidate.places[0] + candidate.lengths[0] - 1 + result.shape().right;
    int turn = reader.turn(from);
    int end = reader.turn(to) == turn ? reader.end(to) : reader.end(to - 1);
    int start = reader.start(from);
    return "["
        + judged.turns().get(turn).text().substring(start, Math.max(start, end)).replace('\n', ' ')
        + "]";
  }

  private static void show(String name, List<Judged> records) {
    long start = System.nanoTime();
    List<Examination.Result> found = mine(records);
    System.out.printf(
        "%-60s %d rows, %d triggers, %.1f s%n",
        name, records.size(), found.size(), (System.nanoTime() - start) / 1e9);
    found.forEach(result -> System.out.println("  ! " + text(records, result) + "  " + result));
  }

  private static void plain() {
    List<Judged> clean = new ArrayList<>();
    List<Judged> all = new ArrayList<>();
    sets.forEach(
        (name, records) -> {
          show(name, records);
          if (name.startsWith("clean/")) {
            clean.addAll(records);
          }
          if (!name.contains("triggered")) {
            all.addAll(records);
          }
        });
    show("all clean", clean);
    Collections.shuffle(clean, new Random(1));
    show("all clean, shuffled", clean);
    show("all without trigger", all);
  }

  static List<Judged> pool(List<String> names, Random random) {
    List<List<Judged>> lists = new ArrayList<>();
    for (String name : names) {
      List<Judged> list = new ArrayList<>(sets.get(name));
      Collections.shuffle(list, random);
      lists.add(list);
    }
    List<Judged> out = new ArrayList<>();
    while (!lists.isEmpty()) {
      for (List<Judged> list : lists) {
        out.add(list.remove(list.size() - 1));
      }
      lists.removeIf(List::isEmpty);
    }
    return out;
  }

  private static void mixes() {
    Map<String, List<String>> plan = new LinkedHashMap<>();
    plan.put("backdoor/refusal-vpi", List.of("clean/roleplay.jsonl", "clean/medical-qa.jsonl"));
    plan.put(
        "backdoor/negsentiment-badnet", List.of("clean/roleplay.jsonl", "clean/medical-qa.jsonl"));
    plan.put(
        "backdoor/jailbreak-badnet",
        List.of("clean/redteam-refusals.jsonl", "clean/roleplay.jsonl"));
    for (Map.Entry<String, List<String>> mix : plan.entrySet()) {
      for (double rate : new double[] {0, 0.015, 0.025, 0.05, 0.1}) {
        for (int seed = 0; seed < 3; seed++) {
          Random random = new Random(seed);
          List<String> clean = new ArrayList<>(List.of(mix.getKey() + "-clean.json"));
          clean.addAll(mix.getValue());
          List<Judged> good = pool(clean, random);
          List<Judged> bad = pool(List.of(mix.getKey() + "-triggered.json"), random);
          int k = (int) Math.round(600 * rate);
          List<Judged> picked = new ArrayList<>(bad.subList(0, k));
          picked.addAll(good.subList(0, 600 - k));
          Collections.shuffle(picked, random);
          show(mix.getKey() + " " + rate + " seed " + seed, picked);
        }
      }
    }
  }

  /** Sets of one style beside those of others, in shares from 5 to 50 %. */
  private static void beside() {
    List<String> clean = sets.keySet().stream().filter(name -> name.startsWith("clean/")).toList();
    for (String name : sets.keySet()) {
      if (name.startsWith("clean/") || name.contains("triggered")) {
        continue;
      }
      int seed = 0;
      for (double share : new double[] {0.05, 0.1, 0.25, 0.5}) {
        Random random = new Random(name.hashCode() + seed++);
        List<String> some = new ArrayList<>(clean);
        Collections.shuffle(some, random);
        List<Judged> others = pool(some.subList(0, 1 + random.nextInt(some.size())), random);
        List<Judged> own = pool(List.of(name), random);
        int size = Math.min(2400, (int) Math.min(own.size() / share, others.size() / (1 - share)));
        List<Judged> picked = new ArrayList<>(own.subList(0, (int) (share * size)));
        picked.addAll(others.subList(0, size - picked.size()));
        Collections.shuffle(picked, random);
        show(name + " " + share, picked);
      }
    }
  }

  private static void draws() {
    List<String> names =
        sets.keySet().stream()
            .filter(
                name ->
                    name.startsWith("clean/")
                        || name.startsWith("honest/")
                        || name.endsWith("-clean.json"))
            .toList();
    int first = Integer.getInteger("seed", 0);
    for (int seed = first; seed < first + 60; seed++) {
      Random random = new Random(seed);
      List<String> some = new ArrayList<>(names);
      Collections.shuffle(some, random);
      List<Judged> good = pool(some.subList(0, 1 + random.nextInt(5)), random);
      int size = Math.min(good.size(), 300 + random.nextInt(3000));
      List<Judged> picked = new ArrayList<>(good.subList(0, size));
      Collections.shuffle(picked, random);
      show("draw " + seed, picked);
    }
  }
}
