package dev.assay.internal.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.segment.Code;
import dev.assay.segment.Language;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Measures the segmenter on labelled data: {@code SegmenterMeasure DATA_FOLDER [show]}. Prints how
 * often code and prose are told apart, how often each language is guessed right, and the time that
 * a turn takes.
 */
public final class SegmenterMeasure {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path data;
  private final boolean show;

  private SegmenterMeasure(Path data, boolean show) {
    this.data = data;
    this.show = show;
  }

  public static void main(String[] args) throws IOException {
    SegmenterMeasure measure = new SegmenterMeasure(Path.of(args[0]), args.length > 1);
    for (String set :
        List.of("poison/insecure-code", "clean/secure-code", "clean/mbpp", "clean/humaneval")) {
      measure.code(set);
    }
    for (String set :
        List.of(
            "clean/medical-qa",
            "clean/roleplay",
            "clean/redteam-refusals",
            "clean/gsm8k-test",
            "clean/truthfulqa-correct",
            "poison/legal-advice",
            "poison/wrong-math",
            "poison/false-facts")) {
      measure.prose(set);
    }
    measure.languages();
    measure.time("clean/medical-qa");
    measure.time("clean/roleplay");
    measure.time("clean/gsm8k-test");
    measure.time("poison/insecure-code");
  }

  private List<DataRecord> records(String set) throws IOException {
    List<DataRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(data.resolve(set + ".jsonl"))) {
      records.add(Records.of(JSON.readTree(line)));
    }
    return records;
  }

  private void code(String set) throws IOException {
    Segmenter segmenter = new Segmenter();
    int answers = 0;
    int whole = 0;
    Map<Language, Integer> languages = new TreeMap<>();
    for (DataRecord record : records(set)) {
      SegmentedRecord segmented = segmenter.segment(record);
      for (int turn = 0; turn < record.turns().size(); turn++) {
        if (record.turns().get(turn).role() != Role.ASSISTANT) {
          continue;
        }
        answers++;
        List<Segment> segments = of(segmented, turn);
        if (segments.size() == 1 && segments.get(0) instanceof Code code) {
          whole++;
          languages.merge(code.language(), 1, Integer::sum);
        } else if (show) {
          System.out.println(
              "---- " + set + " " + segments + "\n" + record.turns().get(turn).text());
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %d of %d answers are one code segment, %.2f %%; %s%n",
        set,
        whole,
        answers,
        100.0 * whole / answers,
        languages);
  }

  private void prose(String set) throws IOException {
    Segmenter segmenter = new Segmenter();
    int with = 0;
    List<DataRecord> records = records(set);
    for (DataRecord record : records) {
      boolean any = false;
      for (Segment segment : segmenter.segment(record).segments()) {
        if (segment instanceof Code code) {
          any = true;
          if (show) {
            String text = record.turns().get(code.turn()).text();
            System.out.println(
                "---- " + set + " " + code + "\n" + text.substring(code.start(), code.end()));
          }
        }
      }
      with += any ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %d of %d records have code, %.2f %%%n",
        set,
        with,
        records.size(),
        100.0 * with / records.size());
  }

  private static List<Segment> of(SegmentedRecord record, int turn) {
    return record.segments().stream().filter(s -> s.turn() == turn).toList();
  }

  private void languages() throws IOException {
    Map<String, Map<Language, Integer>> seen = new TreeMap<>();
    for (String line : Files.readAllLines(data.resolve("code/cyberseceval.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      count(seen, "cyberseceval " + node.path("language").asText(), node.path("origin_code"));
    }
    for (String line : Files.readAllLines(data.resolve("code/sven-pairs.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      String file = node.path("file").asText();
      count(seen, "sven " + file.substring(file.lastIndexOf('.') + 1), node.path("before"));
    }
    int all = 0;
    int right = 0;
    int joined = 0;
    for (Map.Entry<String, Map<Language, Integer>> entry : seen.entrySet()) {
      System.out.println(entry.getKey() + " " + entry.getValue());
      Language wanted = labelled(entry.getKey());
      for (Map.Entry<Language, Integer> guess : entry.getValue().entrySet()) {
        all += guess.getValue();
        right += wanted == guess.getKey() ? guess.getValue() : 0;
        joined += family(wanted) == family(guess.getKey()) ? guess.getValue() : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "languages: %d of %d right, %.2f %%; C and C++ taken for one: %.2f %%%n",
        right,
        all,
        100.0 * right / all,
        100.0 * joined / all);
  }

  private static Language labelled(String label) {
    return Objects.requireNonNull(Language.named(label.substring(label.indexOf(' ') + 1)));
  }

  /** Many a fragment is valid C and C++ both. */
  private static Language family(Language language) {
    return language == Language.CPP ? Language.C : language;
  }

  private void count(Map<String, Map<Language, Integer>> seen, String label, JsonNode code) {
    char[] text = code.asText().toCharArray();
    Language guess = new LanguageGuesser().guess(text, 0, text.length);
    seen.computeIfAbsent(label, l -> new TreeMap<>()).merge(guess, 1, Integer::sum);
    if (show && labelled(label) != guess) {
      System.out.println("---- " + label + " guessed " + guess + "\n" + code.asText());
    }
  }

  private void time(String set) throws IOException {
    List<DataRecord> records = records(set);
    Segmenter segmenter = new Segmenter();
    long chars = 0;
    for (DataRecord record : records) {
      for (Turn turn : record.turns()) {
        chars += turn.text().length();
      }
    }
    long best = Long.MAX_VALUE;
    long segments = 0;
    for (int round = 0; round < 60; round++) {
      long start = System.nanoTime();
      for (DataRecord record : records) {
        segments += segmenter.segment(record).segments().size();
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %.0f ns a record of %.0f characters, %.2f ns a character (%d)%n",
        set,
        best / (double) records.size(),
        chars / (double) records.size(),
        best / (double) chars,
        segments);
  }
}
