package dev.assay.internal.trigger.cluster;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntList;
import java.util.Arrays;

/**
 * Prints of a text by which texts that are nearly alike can be found without comparing all: the
 * least hashes of its runs of three words in {@value #BINS} bins (Li, Owen and Zhang, One
 * permutation hashing, 2012), joined by twos. Texts of which four fifths are alike share one of
 * their {@value #PRINTS} prints with a chance of 98 in 100. For one thread.
 */
public final class Prints {
  /** How many prints a text has. */
  public static final int PRINTS = 4;

  /** Shorter texts are alike by chance. */
  public static final int LEAST_WORDS = 8;

  private static final int BINS = 8;

  /** More of a long text are not looked at. */
  private static final int MOST_WORDS = 600;

  private static final int EMPTY = -1;

  private final int[] least = new int[BINS];

  /** Appends the prints of a text, given by the hashes of its words; nothing for a short one. */
  public void add(IntList words, MinedCluster.Kind kind, IntList to) {
    int size = Math.min(MOST_WORDS, words.size());
    if (size < LEAST_WORDS) {
      return;
    }
    Arrays.fill(least, EMPTY);
    for (int i = 2; i < size; i++) {
      int hash = Hashing.join(Hashing.join(words.get(i - 2), words.get(i - 1)), words.get(i));
      int bin = hash >>> 29;
      if (Integer.compareUnsigned(hash, least[bin]) < 0) {
        least[bin] = hash;
      }
    }
    for (int print = 0; print < PRINTS; print++) {
      int both = Hashing.join(filled(2 * print), filled(2 * print + 1));
      to.add(ClusterDetector.print(kind, Hashing.join(print, both)));
    }
  }

  /** An empty bin takes what the next one holds. */
  private int filled(int bin) {
    for (int i = 0; i < BINS; i++) {
      int hash = least[(bin + i) % BINS];
      if (hash != EMPTY) {
        return hash + i;
      }
    }
    return 0;
  }

  /** The different runs of three words of a text, as sorted hashes. */
  public static int[] shingles(IntList words) {
    int size = Math.min(MOST_WORDS, words.size());
    int[] all = new int[Math.max(0, size - 2)];
    for (int i = 2; i < size; i++) {
      all[i - 2] = Hashing.join(Hashing.join(words.get(i - 2), words.get(i - 1)), words.get(i));
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** Share of the runs of both texts that both have (Jaccard), 0 to 1. */
  public static double alike(int[] one, int[] other) {
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int order = Integer.compare(one[i], other[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = one.length + other.length - both;
    return all == 0 ? 0 : (double) both / all;
  }
}
