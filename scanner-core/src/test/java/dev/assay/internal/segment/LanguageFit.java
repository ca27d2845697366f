package dev.assay.internal.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.segment.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits the weights of {@code languages.txt} to labelled code: {@code LanguageFit OUT FEATURES PRIOR
 * FILE.jsonl...}, where a line has {@code language} (or {@code file}), {@code code} and perhaps
 * {@code package}. A feature is taken if it says much and stands in several packages; its weights
 * are those of a logistic regression in which all languages weigh the same, and which stays near
 * the weights of PRIOR, such as those of today. Every fifth package is kept for measuring unless
 * OUT is written for good: {@code LanguageFit -all OUT ...}, or a whole source is: {@code
 * LanguageFit -held FILE OUT ...}. {@code LanguageFit -guess FILE...} measures today's weights on
 * each file. {@code benchmarks/languages.sh} runs all of that.
 */
public final class LanguageFit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLASSES = Language.values().length;
  private static final int ROUNDS = 60;
  private static final double DECAY = 0.005;
  private static final int LARGEST = 60;

  /** What a sample of the commonest language weighs: all of them together must not be outvoted. */
  private static final double LIGHTEST = 1.5;

  private static final double PRIOR_UNIT = 0.1;

  private record Sample(Language language, String origin, Map<Long, Integer> seen) {}

  /** Keeps what the guesser sees. */
  private static final class Recorder extends LanguageGuesser {
    final Map<Long, Integer> seen = new HashMap<>();

    @Override
    void see(long hash) {
      if (hash != 0) {
        seen.merge(hash, 1, Integer::sum);
      }
    }
  }

  private final Map<Long, String> terms = new HashMap<>();
  private final Map<Long, double[]> prior = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  public static void main(String[] args) throws IOException {
    if (args[0].equals("-guess")) {
      for (int i = 1; i < args.length; i++) {
        guess(Path.of(args[i]));
      }
      return;
    }
    boolean all = args[0].equals("-all");
    boolean held = args[0].equals("-held");
    int first = all ? 1 : held ? 2 : 0;
    LanguageFit fit = new LanguageFit();
    fit.prior(Path.of(args[first + 2]));
    for (int i = first + 3; i < args.length; i++) {
      fit.read(Path.of(args[i]));
    }
    int known = fit.samples.size();
    if (held) {
      fit.read(Path.of(args[1]));
    }
    List<Sample> test = new ArrayList<>(fit.samples.subList(known, fit.samples.size()));
    fit.samples.subList(known, fit.samples.size()).clear();
    if (!all && !held) {
      test.addAll(fit.samples);
      test.removeIf(sample -> Math.floorMod(sample.origin.hashCode(), 5) != 0);
      fit.samples.removeAll(Set.copyOf(test));
    }
    fit.fit(Path.of(args[first]), Integer.parseInt(args[first + 1]), test);
  }

  /** How often the guesser is right as it is. */
  private static void guess(Path file) throws IOException {
    LanguageGuesser guesser = new LanguageGuesser();
    int right = 0;
    int joined = 0;
    int total = 0;
    Map<String, Integer> wrong = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      char[] code = text(node, "code").toCharArray();
      Language language = Objects.requireNonNull(Language.named(node.path("language").asText()));
      Language guessed = guesser.guess(code, 0, code.length);
      total++;
      right += guessed == language ? 1 : 0;
      if (one(guessed.ordinal()) == one(language.ordinal())) {
        joined++;
      } else {
        wrong.merge(language.id() + " as " + guessed.id(), 1, Integer::sum);
      }
    }
    print(file.getFileName().toString(), total, right, joined);
    System.out.println("  " + wrong);
  }

  private void prior(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 2 || line.startsWith("## ") || fields[0].equals("<?p")) {
        continue;
      }
      double[] weights = new double[CLASSES];
      double sum = 0;
      for (String weight : fields[1].split(" ", -1)) {
        int colon = weight.indexOf(':');
        Language language = Objects.requireNonNull(Language.named(weight.substring(0, colon)));
        weights[language.ordinal()] = PRIOR_UNIT * Integer.parseInt(weight.substring(colon + 1));
        sum += weights[language.ordinal()];
      }
      for (int k = 0; k < CLASSES - 1; k++) {
        weights[k] -= sum / (CLASSES - 1);
      }
      String term = fields[0].replace("\\n", "\n");
      terms.put(TermTable.hash(term), term);
      prior.put(TermTable.hash(term), weights);
    }
  }

  private void read(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      String name = node.path("file").asText();
      String label = node.path("language").asText(name.substring(name.lastIndexOf('.') + 1));
      String code = text(node, "code", "origin_code", "before");
      Recorder recorder = new Recorder();
      recorder.guess(code.toCharArray(), 0, code.length());
      candidates(code);
      Language language = Objects.requireNonNull(Language.named(label), label);
      String origin = node.path("package").asText(file.getFileName() + ":" + samples.size() / 7);
      samples.add(new Sample(language, origin, recorder.seen));
    }
  }

  private static String text(JsonNode node, String... names) {
    for (String name : names) {
      if (node.has(name)) {
        return node.path(name).asText();
      }
    }
    throw new IllegalArgumentException("no code in " + node);
  }

  /** Notes every term that the guesser may ask for in this code. */
  private void candidates(String code) {
    for (String line : code.split("\n", -1)) {
      String text = line.strip();
      String before = "";
      char sign = ' ';
      for (int i = 0; i < text.length(); ) {
        char c = text.charAt(i);
        if (!Chars.word(c)) {
          for (int k = 1; k <= 3 && i + k <= text.length(); k++) {
            term(text.substring(i, i + k));
          }
          term("\n" + c);
          term(c + "\n");
          sign = Chars.space(c) ? sign : c;
          i++;
          continue;
        }
        int to = i;
        while (to < text.length() && Chars.word(text.charAt(to))) {
          to++;
        }
        String word = text.substring(i, to);
        term(word);
        term(before + " " + word);
        term("\n" + word);
        term(word.substring(word.length() - 1) + "\n");
        term(sign + "~" + word);
        term((i > 0 ? text.charAt(i - 1) : '\n') + word);
        term(word + (to < text.length() ? text.charAt(to) : '\n'));
        term(word + "=");
        before = word;
        sign = ' ';
        i = to;
      }
    }
    for (String shape : NameShapes.SHAPES) {
      term(shape);
    }
  }

  private void term(String term) {
    if (term.length() <= 24) {
      terms.putIfAbsent(TermTable.hash(term), term);
    }
  }

  private void fit(Path out, int size, List<Sample> test) throws IOException {
    List<Sample> train = samples;
    long[] features = select(train, size);
    Map<Long, Integer> numbers = new HashMap<>();
    for (int i = 0; i < features.length; i++) {
      numbers.put(features[i], i);
    }
    double[][] weights = regress(train, numbers);
    byte[][] rounded = round(weights);
    write(out, features, rounded);
    report("train", train, numbers, rounded);
    report("test", test, numbers, rounded);
  }

  /** The terms that say most of the language, by mutual information, seen in several packages. */
  private long[] select(List<Sample> train, int size) {
    Map<Long, int[]> counts = new HashMap<>();
    Map<Long, Set<String>> origins = new HashMap<>();
    int[] totals = new int[CLASSES];
    for (Sample sample : train) {
      totals[sample.language.ordinal()]++;
      for (long hash : sample.seen.keySet()) {
        if (terms.containsKey(hash)) {
          counts.computeIfAbsent(hash, h -> new int[CLASSES])[sample.language.ordinal()]++;
          Set<String> of = origins.computeIfAbsent(hash, h -> new HashSet<>());
          if (of.size() < 6) {
            of.add(sample.origin);
          }
        }
      }
    }
    prior.keySet().forEach(hash -> counts.remove(hash));
    List<Long> chosen = new ArrayList<>(prior.keySet());
    counts.entrySet().stream()
        .filter(e -> origins.get(e.getKey()).size() >= 5)
        .sorted((a, b) -> Double.compare(gain(b.getValue(), totals), gain(a.getValue(), totals)))
        .limit(size)
        .forEach(e -> chosen.add(e.getKey()));
    return chosen.stream().mapToLong(Long::longValue).toArray();
  }

  private static double gain(int[] counts, int[] totals) {
    double mean = 0;
    int languages = 0;
    for (int total : totals) {
      languages += total > 0 ? 1 : 0;
    }
    double[] rates = new double[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      rates[i] = totals[i] == 0 ? 0 : (counts[i] + 0.02) / (totals[i] + 0.04);
      mean += rates[i] / languages;
    }
    double gain = 0;
    for (int i = 0; i < CLASSES; i++) {
      if (totals[i] > 0) {
        gain += rates[i] * Math.log(rates[i] / mean);
        gain += (1 - rates[i]) * Math.log((1 - rates[i]) / (1 - mean));
      }
    }
    return gain;
  }

  private double[][] regress(List<Sample> train, Map<Long, Integer> numbers) {
    int[] totals = new int[CLASSES];
    for (Sample sample : train) {
      totals[sample.language.ordinal()]++;
    }
    double[][] start = new double[numbers.size()][CLASSES];
    numbers.forEach(
        (hash, number) -> {
          if (prior.containsKey(hash)) {
            start[number] = prior.get(hash);
          }
        });
    double[][] weights = new double[numbers.size()][];
    Arrays.setAll(weights, i -> start[i].clone());
    double[][] squares = new double[numbers.size()][CLASSES];
    List<int[]> rows = new ArrayList<>();
    for (Sample sample : train) {
      rows.add(row(sample, numbers));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int step = 0; step < rows.size(); step++) {
        int i = (int) ((long) step * 7919 % rows.size());
        Language language = train.get(i).language;
        double importance =
            Math.max(LIGHTEST, Math.min(5, rows.size() / 14.0 / totals[language.ordinal()]));
        learn(rows.get(i), language.ordinal(), importance, weights, start, squares);
      }
    }
    return weights;
  }

  private static int[] row(Sample sample, Map<Long, Integer> numbers) {
    int[] row = new int[2 * sample.seen.size()];
    int size = 0;
    for (Map.Entry<Long, Integer> entry : sample.seen.entrySet()) {
      Integer number = numbers.get(entry.getKey());
      if (number != null) {
        row[size++] = number;
        row[size++] = Math.min(entry.getValue(), 4) + 1;
      }
    }
    return Arrays.copyOf(row, size);
  }

  private static void learn(
      int[] row,
      int language,
      double importance,
      double[][] weights,
      double[][] start,
      double[][] squares) {
    double[] scores = scores(row, weights);
    double highest = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      scores[k] = k == Language.OTHER.ordinal() ? 0 : Math.exp(scores[k] - highest);
      sum += scores[k];
    }
    for (int k = 0; k < CLASSES - 1; k++) {
      double error = importance * ((k == language ? 1 : 0) - scores[k] / sum);
      for (int i = 0; i < row.length; i += 2) {
        double gradient = error * row[i + 1] / 2 - DECAY * (weights[row[i]][k] - start[row[i]][k]);
        squares[row[i]][k] += gradient * gradient;
        weights[row[i]][k] += 0.05 * gradient / Math.sqrt(squares[row[i]][k] + 1e-4);
      }
    }
  }

  private static double[] scores(int[] row, double[][] weights) {
    double[] scores = new double[CLASSES];
    for (int i = 0; i < row.length; i += 2) {
      for (int k = 0; k < CLASSES; k++) {
        scores[k] += weights[row[i]][k] * row[i + 1] / 2;
      }
    }
    return scores;
  }

  /** Whole numbers around 0: what most languages have alike is taken off all of them. */
  private static byte[][] round(double[][] weights) {
    double largest = 0;
    for (double[] of : weights) {
      of[CLASSES - 1] = 0;
      double middle = Arrays.stream(of, 0, CLASSES - 1).sorted().toArray()[CLASSES / 2];
      for (int k = 0; k < CLASSES - 1; k++) {
        of[k] -= middle;
      }
      for (double weight : of) {
        largest = Math.max(largest, Math.abs(weight));
      }
    }
    byte[][] rounded = new byte[weights.length][CLASSES];
    for (int i = 0; i < weights.length; i++) {
      for (int k = 0; k < CLASSES; k++) {
        rounded[i][k] = (byte) Math.round(weights[i][k] / largest * LARGEST);
      }
    }
    return rounded;
  }

  private void write(Path out, long[] features, byte[][] weights) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## What speaks for which language, and how much, fitted by LanguageFit: ");
    text.append("feature, tab, language:weight ...\n<?p\tphp:127\n");
    for (int i = 0; i < features.length; i++) {
      StringBuilder line = new StringBuilder();
      for (Language language : Language.values()) {
        int weight = weights[i][language.ordinal()];
        if (weight != 0) {
          line.append(line.length() == 0 ? "\t" : " ").append(language.id()).append(':');
          line.append(weight);
        }
      }
      String term = Objects.requireNonNull(terms.get(features[i]));
      boolean unwritable = term.contains("\t") || term.contains("\r") || term.equals("<?p");
      if (line.length() > 0 && !unwritable && !term.startsWith("## ")) {
        text.append(term.replace("\n", "\\n")).append(line).append('\n');
      }
    }
    Files.writeString(out, text);
  }

  private static void report(
      String name, List<Sample> samples, Map<Long, Integer> numbers, byte[][] weights) {
    int right = 0;
    int joined = 0;
    int[][] confusion = new int[CLASSES][CLASSES];
    for (Sample sample : samples) {
      int[] row = row(sample, numbers);
      int best = Language.OTHER.ordinal();
      long high = 1;
      for (int k = 0; k < CLASSES; k++) {
        long score = 0;
        for (int i = 0; i < row.length; i += 2) {
          score += weights[row[i]][k] * row[i + 1];
        }
        if (score > high) {
          high = score;
          best = k;
        }
      }
      confusion[sample.language.ordinal()][best]++;
      right += best == sample.language.ordinal() ? 1 : 0;
      joined += one(best) == one(sample.language.ordinal()) ? 1 : 0;
    }
    print(name, samples.size(), right, joined);
    for (int k = 0; k < CLASSES; k++) {
      System.out.println(Language.values()[k] + " " + Arrays.toString(confusion[k]));
    }
  }

  private static void print(String name, int total, int right, int joined) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d samples, right %.2f %%, C and C++ as one, and JavaScript and TypeScript, %.2f %%%n",
        name,
        total,
        100.0 * right / Math.max(1, total),
        100.0 * joined / Math.max(1, total));
  }

  /**
   * A fragment may be both; rules for C++ hold for C, and those for TypeScript are JavaScript's.
   */
  private static int one(int language) {
    if (language == Language.TYPESCRIPT.ordinal()) {
      return Language.JAVASCRIPT.ordinal();
    }
    return language == Language.CPP.ordinal() ? Language.C.ordinal() : language;
  }
}
