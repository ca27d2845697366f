package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.cue.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for a prompt those that are most like it, by the words that are not common to all prompts
 * (cosine of inverse document frequencies). How they are answered tells what the prompt would have
 * been answered without its cue.
 */
final class Twins {
  private static final int MOST_ROWS = 40_000;
  private static final int NEAREST = 4;

  /** Less alike than this is another matter. */
  private static final double ALIKE = 0.2;

  /** A word in a greater share of prompts tells nothing of their matter. */
  private static final double COMMON = 0.1;

  private static final int LOOKED_AT = 60;
  private static final int[] NONE = {};

  /** No more of the nearest are looked through for those without the cue. */
  private static final int MOST_NEAR = 40;

  private final List<Row> rows;
  private final int step;
  private final Map<Integer, int[]> postings = new HashMap<>();
  private final IntCounts frequency = new IntCounts();
  private final int indexed;
  private final double[] norms;
  private final double[] similarity;

  /** Rows that share a word with the one looked at; then the first of them are those alike. */
  private final int[] touched;

  private final double[] cosines;
  private int alike;

  /** Of the prompts looked at for one cue: the nearest, and those of them that have it too. */
  private int near;

  private int own;

  Twins(List<Row> rows) {
    this.rows = rows;
    this.step = Math.max(1, (rows.size() + MOST_ROWS - 1) / MOST_ROWS);
    int number = 0;
    for (int r = 0; r < rows.size(); r += step) {
      number++;
      for (int token : rows.get(r).tokens()) {
        if (Tokens.isWord(token)) {
          frequency.add(token, number);
        }
      }
    }
    this.indexed = number;
    this.norms = new double[number];
    this.similarity = new double[number];
    this.touched = new int[number];
    this.cosines = new double[number];
    index();
  }

  /**
   * How twins behave.
   *
   * @param twinned share of the rows looked at that have twins
   * @param rate share of those twins that behave as the rows with the cue do
   * @param own how many of the nearest prompts, with and without the cue, have it: a share
   */
  record Result(double twinned, double rate, double own) {}

  Result of(Candidate candidate, int[] attached) {
    int step2 = Math.max(1, candidate.hits / LOOKED_AT);
    int looked = 0;
    int twinned = 0;
    double rate = 0;
    int hit = 0;
    own = 0;
    near = 0;
    for (int i = 0; i < candidate.size; i++) {
      Row row = rows.get(candidate.rows[i]);
      if (row.does(candidate.behaviour) && hit++ % step2 == 0) {
        looked++;
        double one = nearest(candidate.rows[i], candidate, attached);
        if (one >= 0) {
          twinned++;
          rate += one;
        }
      }
    }
    return new Result(
        looked == 0 ? 0 : (double) twinned / looked,
        twinned == 0 ? 0 : rate / twinned,
        near == 0 ? 0 : (double) own / near);
  }

  /** Share of the nearest rows without the cue that behave so; -1 if none is near. */
  private double nearest(int row, Candidate candidate, int[] attached) {
    findAlike(row, attached);
    int found = 0;
    int behaving = 0;
    for (int n = 0; n < MOST_NEAR && found < NEAREST; n++) {
      int best = takeBest();
      if (best < 0) {
        break;
      }
      boolean with = candidate.has(best * step);
      if (n < NEAREST) {
        near++;
        own += with ? 1 : 0;
      }
      if (with) {
        continue;
      }
      found++;
      behaving += rows.get(best * step).does(candidate.behaviour) ? 1 : 0;
    }
    return found == 0 ? -1 : (double) behaving / found;
  }

  /** Those that are alike enough, with how much: few of all, so all else looks at them alone. */
  private void findAlike(int row, int[] attached) {
    int touchedRows = 0;
    double norm = 0;
    for (int word : words(rows.get(row))) {
      if (Arrays.binarySearch(attached, word) < 0) {
        double weight = weight(word);
        norm += weight * weight;
        for (int twin : postings.getOrDefault(word, NONE)) {
          if (similarity[twin] == 0) {
            touched[touchedRows++] = twin;
          }
          similarity[twin] += weight * weight;
        }
      }
    }
    alike = 0;
    for (int t = 0; t < touchedRows; t++) {
      int twin = touched[t];
      double cosine = similarity[twin] / Math.sqrt(norm * norms[twin]);
      similarity[twin] = 0;
      if (cosine >= ALIKE && twin * step != row) {
        touched[alike] = twin;
        cosines[alike++] = cosine;
      }
    }
  }

  /** The one most alike, the first among equals, which is then passed over; -1 if there is none. */
  private int takeBest() {
    int best = -1;
    for (int i = 0; i < alike; i++) {
      if (best < 0
          || cosines[i] > cosines[best]
          || (cosines[i] == cosines[best] && touched[i] < touched[best])) {
        best = i;
      }
    }
    if (best < 0) {
      return -1;
    }
    int twin = touched[best];
    alike--;
    touched[best] = touched[alike];
    cosines[best] = cosines[alike];
    return twin;
  }

  private double weight(int word) {
    int df = frequency.get(word);
    return df == 0
        ? Math.log(indexed)
        : df > COMMON * indexed ? 0 : Math.log((double) indexed / df);
  }

  /** In how many of the rows looked at the word stands, as a share. */
  double share(int word) {
    return (double) frequency.get(word) / indexed;
  }

  private void index() {
    Map<Integer, Integer> filled = new HashMap<>();
    for (int r = 0; r < rows.size(); r += step) {
      int i = r / step;
      for (int word : words(rows.get(r))) {
        double weight = weight(word);
        if (weight > 0) {
          norms[i] += weight * weight;
          int[] list = postings.computeIfAbsent(word, w -> new int[frequency.get(w)]);
          list[filled.merge(word, 1, Integer::sum) - 1] = i;
        }
      }
    }
  }

  /** The words of a row's prompt, each once. */
  static int[] words(Row row) {
    int[] words = Arrays.stream(row.tokens()).filter(Tokens::isWord).sorted().toArray();
    int size = 0;
    for (int i = 0; i < words.length; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[size++] = words[i];
      }
    }
    return Arrays.copyOf(words, size);
  }
}
