package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link StageBenchmark}, and shows what each stage costs beside Jackson alone. */
public final class Stages {
  private Stages() {}

  /**
   * Measures, prints, and writes the page if asked to.
   *
   * @param arguments {@code [--quick] [--page FILE]}
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include(StageBenchmark.class.getName()).shouldFailOnError(true);
    List<String> given = List.of(arguments);
    if (given.contains("--quick")) {
      options =
          options
              .warmupIterations(2)
              .warmupTime(TimeValue.seconds(1))
              .measurementIterations(3)
              .measurementTime(TimeValue.seconds(1));
    }
    double load = Machine.load();
    List<String> lines = lines(new Runner(options.build()).run());
    lines.add("");
    Machine.describe().subList(0, 3).forEach(line -> lines.add("- " + line));
    lines.add(
        String.format(
            Locale.ROOT, "- load average %.1f before and %.1f after", load, Machine.load()));
    lines.forEach(System.out::println);
    int page = given.indexOf("--page");
    if (page >= 0) {
      Page.replace(Path.of(given.get(page + 1)), "stages", lines);
    }
  }

  private static List<String> lines(Collection<RunResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add("| stage | times the rules | us/record | +- | records/s | times Jackson alone |");
    lines.add("|---|--:|--:|--:|--:|--:|");
    double floor = 0;
    for (RunResult run : results) {
      Result<?> result = run.getPrimaryResult();
      String name = run.getParams().getBenchmark().replaceFirst(".*\\.[a-z]\\d", "");
      String times = run.getParams().getParam("times");
      floor = name.equals("Jackson") ? result.getScore() : floor;
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.2f | %,.0f | %.1f |",
              name,
              times == null ? "" : times,
              result.getScore(),
              result.getScoreError(),
              1e6 / result.getScore(),
              result.getScore() / floor));
    }
    return lines;
  }
}
