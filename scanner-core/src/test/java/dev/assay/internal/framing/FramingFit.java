package dev.assay.internal.framing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.segment.Records;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Fits the weights of {@code framing-weights.txt}: {@code FramingFit OUT PLAIN FILE.jsonl...}. A
 * line of a file is a conversation and {@code expect}, {@code educational} or {@code none}. PLAIN
 * has parts of ordinary requests, a line for each place and its choices; requests put together from
 * them say that the words of everyday work speak for no lesson. A logistic regression with equal
 * weight for every conversation; the files kept for measuring are not among them.
 */
public final class FramingFit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PLAIN = 500;
  private static final int SEED = 7;
  private static final int ROUNDS = 400;
  private static final double RIDGE = 3e-4;
  private static final double STEP = 0.1;
  private static final double MEAN = 0.9;
  private static final double SPREAD = 0.999;

  private final List<long[]> rows = new ArrayList<>();
  private final List<Boolean> lessons = new ArrayList<>();
  private final SentenceReader reader = new SentenceReader();
  private final FramingFeatures features = new FramingFeatures();

  public static void main(String[] args) throws IOException {
    FramingFit fit = new FramingFit();
    fit.plain(Files.readAllLines(Path.of(args[1])));
    for (int i = 2; i < args.length; i++) {
      for (String line : Files.readAllLines(Path.of(args[i]))) {
        JsonNode node = JSON.readTree(line);
        boolean lesson = node.path("expect").asText().equals("educational");
        fit.add(Records.of(node).turns(), lesson);
      }
    }
    Files.write(Path.of(args[0]), fit.lines());
  }

  private void plain(List<String> parts) {
    Random random = new Random(SEED);
    for (int i = 0; i < PLAIN; i++) {
      StringBuilder request = new StringBuilder();
      for (String line : parts) {
        String[] choices = line.split("\\|", -1);
        request.append(choices[random.nextInt(choices.length)]).append(' ');
      }
      add(List.of(new Turn(Role.USER, "", request.toString())), false);
    }
  }

  private void add(List<Turn> turns, boolean lesson) {
    int last = turns.size() - 1;
    while (last >= 0 && turns.get(last).role() != Role.USER) {
      last--;
    }
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Role role = turns.get(i).role();
      if (role == Role.SYSTEM || role == Role.USER) {
        String text = turns.get(i).text();
        reader.read(i, text, 0, text.length(), sentences);
      }
    }
    rows.add(features.of(sentences, turns, last));
    lessons.add(lesson);
  }

  private List<String> lines() {
    Map<Long, Integer> index = new HashMap<>();
    Map<Long, Integer> seen = new TreeMap<>();
    rows.forEach(
        row -> {
          for (long feature : row) {
            seen.merge(feature, 1, Integer::sum);
          }
        });
    seen.forEach(
        (feature, count) -> {
          if (count > 1) {
            index.put(feature, index.size());
          }
        });
    double[] weights = fit(index);
    List<String> lines = new ArrayList<>();
    lines.add("## What speaks for a lesson, in hundredths: hash, tab, weight. By FramingFit.");
    for (long feature : seen.keySet()) {
      Integer at = index.get(feature);
      long weight = at == null ? 0 : Math.round(weights[at] / FramingWeights.UNIT);
      if (at != null) {
        lines.add(Long.toHexString(feature) + "\t" + weight);
      }
    }
    return lines;
  }

  private double[] fit(Map<Long, Integer> index) {
    List<int[]> known = new ArrayList<>();
    for (long[] row : rows) {
      known.add(Arrays.stream(row).filter(index::containsKey).mapToInt(index::get).toArray());
    }
    double[] weights = new double[index.size()];
    double[] mean = new double[weights.length];
    double[] spread = new double[weights.length];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] slope = slope(known, weights);
      for (int i = 0; i < weights.length; i++) {
        mean[i] = MEAN * mean[i] + (1 - MEAN) * slope[i];
        spread[i] = SPREAD * spread[i] + (1 - SPREAD) * slope[i] * slope[i];
        double step = mean[i] / (1 - Math.pow(MEAN, round));
        weights[i] -= STEP * step / (Math.sqrt(spread[i] / (1 - Math.pow(SPREAD, round))) + 1e-8);
      }
    }
    return weights;
  }

  private double[] slope(List<int[]> known, double[] weights) {
    double[] slope = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      slope[i] = RIDGE * weights[i];
    }
    for (int r = 0; r < known.size(); r++) {
      int[] row = known.get(r);
      double scale = 1 / Math.sqrt(Math.max(1, row.length));
      double sum = 0;
      for (int feature : row) {
        sum += weights[feature];
      }
      double said = 1 / (1 + Math.exp(-sum * scale));
      double error = (said - (lessons.get(r) ? 1 : 0)) * scale / known.size();
      for (int feature : row) {
        slope[feature] += error;
      }
    }
    return slope;
  }
}
