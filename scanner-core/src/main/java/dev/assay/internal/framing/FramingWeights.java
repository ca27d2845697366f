package dev.assay.internal.framing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How much each feature speaks for a lesson, fitted by {@code FramingFit} to lessons and excuses
 * written for the project. Rules know what they were told; weights know what usually goes together,
 * and so carry over to wordings that no rule expects. Immutable.
 */
final class FramingWeights {
  private static final String RESOURCE = "framing-weights.txt";

  /** Weights are whole numbers in the file. */
  static final double UNIT = 0.01;

  private static final int HEX = 16;

  private final long[] keys;
  private final short[] weights;

  private FramingWeights(long[] keys, short[] weights) {
    this.keys = keys;
    this.weights = weights;
  }

  /** A line is a hash, a tab and its weight; hashes ascend. */
  static FramingWeights load() {
    long[] keys = new long[1 << 10];
    short[] weights = new short[1 << 10];
    int size = 0;
    try (InputStream in = FramingWeights.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
          continue;
        }
        if (size == keys.length) {
          keys = Arrays.copyOf(keys, 2 * size);
          weights = Arrays.copyOf(weights, 2 * size);
        }
        keys[size] = Long.parseUnsignedLong(line.substring(0, tab), HEX);
        weights[size++] = Short.parseShort(line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FramingWeights(Arrays.copyOf(keys, size), Arrays.copyOf(weights, size));
  }

  /** How much all of them together speak for a lesson: above 0 if more than against. */
  double sum(long[] features) {
    double sum = 0;
    int known = 0;
    for (long feature : features) {
      int at = Arrays.binarySearch(keys, feature);
      if (at >= 0) {
        sum += weights[at];
        known++;
      }
    }
    return known == 0 ? 0 : UNIT * sum / Math.sqrt(known);
  }
}
