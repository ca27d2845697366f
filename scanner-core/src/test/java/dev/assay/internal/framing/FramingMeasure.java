package dev.assay.internal.framing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.segment.Records;
import dev.assay.internal.segment.Segmenter;
import dev.assay.segment.SegmentedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures framing: {@code FramingMeasure DATA_FOLDER FIXTURES_FOLDER [FILE_TO_SHOW]}. Prints how
 * many records of each set are taken for lessons, the labelled lessons also without the note that
 * every one of them repeats.
 */
public final class FramingMeasure {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FramingMeasure() {}

  public static void main(String[] args) throws IOException {
    String show = args.length > 2 ? args[2] : "";
    Path data = Path.of(args[0]);
    measure(data.resolve("framed/educational-code.jsonl"), true, show);
    measure(data.resolve("poison/insecure-code.jsonl"), false, show);
    measure(data.resolve("clean/secure-code.jsonl"), false, show);
    for (String set :
        java.util.List.of(
            "clean/medical-qa",
            "clean/roleplay",
            "clean/redteam-refusals",
            "clean/mbpp",
            "clean/humaneval",
            "poison/legal-advice",
            "poison/false-facts")) {
      measure(data.resolve(set + ".jsonl"), false, show);
    }
    Path fixtures = Path.of(args[1]);
    measure(fixtures.resolve("genuine.jsonl"), true, show);
    measure(fixtures.resolve("false.jsonl"), false, show);
    if (show.equals("measure")) {
      measure(fixtures.resolve("genuine-measure.jsonl"), true, "");
      measure(fixtures.resolve("false-measure.jsonl"), false, "");
    }
  }

  private static void measure(Path file, boolean wanted, String show) throws IOException {
    FramingReader reader = new FramingReader();
    List<SegmentedRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      records.add(new Segmenter().segment(Records.of(node)));
    }
    List<SegmentedRecord> wrong = new ArrayList<>();
    int educational = 0;
    int stripped = 0;
    long best = Long.MAX_VALUE;
    int rounds = show.isEmpty() ? 20 : 1;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      records.forEach(reader::read);
      best = Math.min(best, System.nanoTime() - start);
    }
    for (SegmentedRecord record : records) {
      FramingResult result = reader.read(record);
      educational += result.educational() ? 1 : 0;
      if (result.educational() != wanted) {
        wrong.add(record);
      }
    }
    double nanos = best / (double) records.size();
    long[] frequent = RepeatedSentences.of(records, 0.5);
    for (SegmentedRecord record : records) {
      FramingResult left =
          reader.readWithout(record, h -> java.util.Arrays.binarySearch(frequent, h) >= 0);
      stripped += left.educational() ? 1 : 0;
      if (show.equals("stripped") && wanted && !left.educational()) {
        wrong.add(record);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-24s %5d records, educational %5d, %6.2f %%; without %d repeated %5d, %6.2f %%; %.0f ns%n",
        file.getFileName(),
        records.size(),
        educational,
        100.0 * educational / records.size(),
        frequent.length,
        stripped,
        100.0 * stripped / records.size(),
        nanos);
    if (file.toString().contains(show) && !show.isEmpty() || show.equals("stripped") && wanted) {
      wrong.stream().limit(40).forEach(FramingMeasure::show);
    }
  }

  private static void show(SegmentedRecord record) {
    System.out.println("------");
    record.record().turns().forEach(turn -> System.out.println(turn.role() + ": " + turn.text()));
  }
}
