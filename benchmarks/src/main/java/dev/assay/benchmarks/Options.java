package dev.assay.benchmarks;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param records how many ({@code --records N})
 * @param rounds at most so many ({@code --rounds N})
 * @param work for data and generated rules ({@code --work DIR})
 * @param page whose figures are replaced ({@code --page FILE}), or null
 */
record Options(int records, int rounds, Path work, @Nullable Path page) {
  private static final int RECORDS = 100_000;
  private static final int ROUNDS = 12;

  /** {@code --quick} stands for 20,000 records and 6 rounds. */
  static Options of(String... arguments) {
    int records = RECORDS;
    int rounds = ROUNDS;
    Path work = Path.of("target/bench");
    Path page = null;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> {
          records = 20_000;
          rounds = 6;
        }
        case "--records" -> records = Integer.parseInt(value(arguments, ++i));
        case "--rounds" -> rounds = Integer.parseInt(value(arguments, ++i));
        case "--work" -> work = Path.of(value(arguments, ++i));
        case "--page" -> page = Path.of(value(arguments, ++i));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new Options(records, rounds, work.toAbsolutePath(), page);
  }

  private static String value(String[] arguments, int i) {
    if (i == arguments.length) {
      throw new IllegalArgumentException(arguments[i - 1] + " needs a value");
    }
    return arguments[i];
  }
}
