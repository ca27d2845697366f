package dev.assay.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says on what was measured. */
final class Machine {
  /** Linux counts the time of processes in hundredths of a second. */
  private static final long NANOS_OF_TICK = 10_000_000;

  private Machine() {}

  /** Processor, memory, system and Java, a line each. */
  static List<String> describe() {
    return List.of(
        Runtime.getRuntime().availableProcessors() + " cores, " + processor(),
        memory(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"),
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.runtime.version")
            + ", "
            + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
  }

  /** Runnable threads over the last minute, as the system counts them; negative if it does not. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /**
   * Nanoseconds of processes that this one started and that have ended; 0 where it cannot be told.
   */
  static long processorTimeOfChildren() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_OF_TICK;
    } catch (IOException e) {
      return 0;
    }
  }

  private static String processor() {
    return value(Path.of("/proc/cpuinfo"), "model name", "processor of unknown model");
  }

  private static String memory() {
    String total = value(Path.of("/proc/meminfo"), "MemTotal", "");
    return total.isEmpty()
        ? "memory unknown"
        : Math.round(Long.parseLong(total.replaceAll("\\D", "")) / 1048576.0) + " GB of memory";
  }

  private static String value(Path file, String key, String otherwise) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
