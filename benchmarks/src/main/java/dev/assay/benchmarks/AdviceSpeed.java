package dev.assay.benchmarks;

import dev.assay.Rules;
import dev.assay.internal.advice.AdviceDetector;
import dev.assay.internal.segment.Segmenter;
import dev.assay.segment.SegmentedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how fast norms are held against answers, on one thread. */
public final class AdviceSpeed {
  /** So many times over all answers make one round. */
  private static final int TIMES = 20;

  private AdviceSpeed() {}

  /**
   * Measures and prints, and writes the page if asked to.
   *
   * @param arguments files of records (JSONL), then {@code --} and {@link Options}
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    int cut = given.indexOf("--");
    Options options = Options.of(given.subList(cut + 1, given.size()).toArray(new String[0]));
    Files.createDirectories(options.work());
    List<SegmentedRecord> records = new ArrayList<>();
    Segmenter segmenter = new Segmenter();
    for (String file : given.subList(0, cut)) {
      CodeRecords.read(Path.of(file)).forEach(one -> records.add(segmenter.segment(one)));
    }
    AdviceDetector detector = AdviceDetector.compile(Rules.builtIn().rules()).detector();
    Steady advice = new Steady("norms", 1, () -> detect(detector, records));
    for (int round = 1; round <= options.rounds() && !advice.isSteady(); round++) {
      advice.round();
      System.out.println("  " + advice.latest());
    }
    advice.result();
    int answers = records.size() * TIMES;
    List<String> lines = new ArrayList<>();
    lines.add("| what | answers/s | processor us/answer |");
    lines.add("|---|--:|--:|");
    lines.add(
        String.format(
            Locale.ROOT,
            "| norms and stance, one thread | %,.0f | %.1f |",
            answers / advice.seconds(),
            1e6 * advice.processorSeconds() / answers));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "- %,d answers with their questions, %d times over",
            records.size(),
            TIMES));
    Machine.describe().forEach(line -> lines.add("- " + line));
    lines.forEach(System.out::println);
    Path page = options.page();
    if (page != null) {
      Page.replace(page, "advice", lines);
    }
  }

  private static long detect(AdviceDetector detector, List<SegmentedRecord> records) {
    long[] found = new long[1];
    for (int i = 0; i < TIMES; i++) {
      for (SegmentedRecord one : records) {
        detector.detect(one, signal -> found[0]++);
      }
    }
    return found[0];
  }
}
