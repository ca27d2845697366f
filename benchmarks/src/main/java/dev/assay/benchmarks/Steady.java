package dev.assay.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One thing that is measured again and again until it is steady; its figure is the median of the
 * last three times. Beside the time by the clock stands the processor's, of this process and of
 * those that it started: it stays nearly true while others use the machine, and includes the
 * collector and the compilers.
 */
final class Steady {
  private static final int LAST = 3;
  private static final double SPREAD = 0.05;

  /** What is measured. */
  interface Work {
    /** Does it; the result is compared with {@code expected}. */
    long run() throws Exception;
  }

  private final String name;
  private final int threads;
  private final Work work;
  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private final List<Long> results = new ArrayList<>();

  Steady(String name, int threads, Work work) {
    this.name = name;
    this.threads = threads;
    this.work = work;
  }

  String name() {
    return name;
  }

  int threads() {
    return threads;
  }

  /** Once more. */
  void round() throws Exception {
    long cpu = processorTime();
    long start = System.nanoTime();
    results.add(work.run());
    seconds.add((System.nanoTime() - start) / 1e9);
    processor.add((processorTime() - cpu) / 1e9);
  }

  /** Whether the last three times differ by at most 5 %. */
  boolean isSteady() {
    if (seconds.size() <= LAST) {
      return false;
    }
    List<Double> last = last(seconds);
    return Collections.max(last) <= Collections.min(last) * (1 + SPREAD);
  }

  double seconds() {
    return median(seconds);
  }

  /** Of all threads together. */
  double processorSeconds() {
    return median(processor);
  }

  /** The last round, for people. */
  String latest() {
    int i = seconds.size() - 1;
    return String.format(
        Locale.ROOT,
        "%-28s %d  %6.2f s, processor %6.2f s",
        name,
        threads,
        seconds.get(i),
        processor.get(i));
  }

  /** What each round found; all of them the same. */
  long result() {
    if (results.stream().distinct().count() != 1) {
      throw new IllegalStateException(name + " found different things: " + results);
    }
    return results.get(0);
  }

  private static List<Double> last(List<Double> all) {
    return all.subList(Math.max(0, all.size() - LAST), all.size());
  }

  private static double median(List<Double> all) {
    List<Double> last = new ArrayList<>(last(all));
    Collections.sort(last);
    return last.get(last.size() / 2);
  }

  private static long processorTime() {
    long own =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getProcessCpuTime()
            : 0;
    return own + Machine.processorTimeOfChildren();
  }
}
