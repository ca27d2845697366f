package dev.assay.internal.trigger.cluster;

import dev.assay.signal.DatasetDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds records that are alike: copies, answers that are nearly the same, prompts made from one
 * template. Keeps eight bytes for each print of a record, within a bound: beyond it only every
 * second print is looked at, then every fourth, the same ones of all records, so that clusters stay
 * whole or go unseen. What it finds are candidates: the texts decide.
 */
public final class ClusterDetector
    implements DatasetDetector<ClusterDetector, Printed, MinedCluster> {
  /** About 48 MB: 660,000 records with all of their prints. */
  static final int STANDARD_PRINTS = 6_000_000;

  /** Fewer records are told to nobody. */
  public static final int LEAST = 20;

  private static final int KIND_BITS = 2;

  /** More clusters than this are not told apart by anyone. */
  private static final int MOST = 20;

  private final int most;
  private long[] entries = new long[1 << 10];
  private int size;
  private int mask;

  public ClusterDetector() {
    this(STANDARD_PRINTS);
  }

  ClusterDetector(int most) {
    this.most = most;
  }

  /** A print that says of which kind it is. */
  public static int print(MinedCluster.Kind kind, int hash) {
    return (hash << KIND_BITS) | kind.ordinal();
  }

  @Override
  public void accept(Printed record) {
    if (record.ordinal() > Integer.MAX_VALUE) {
      return;
    }
    for (int print : record.prints()) {
      add(((long) print << 32) | record.ordinal());
    }
  }

  @Override
  public void merge(ClusterDetector next) {
    while (mask < next.mask) {
      thin();
    }
    for (int i = 0; i < next.size; i++) {
      add(next.entries[i]);
    }
  }

  private void add(long entry) {
    if (!isLookedAt(entry)) {
      return;
    }
    if (size == entries.length) {
      if (size >= most) {
        thin();
        if (!isLookedAt(entry)) {
          return;
        }
      } else {
        entries = Arrays.copyOf(entries, Math.min(most, 2 * size));
      }
    }
    entries[size++] = entry;
  }

  private boolean isLookedAt(long entry) {
    return (entry >>> (32 + KIND_BITS) & mask) == 0;
  }

  private void thin() {
    mask = 2 * mask + 1;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (isLookedAt(entries[i])) {
        entries[kept++] = entries[i];
      }
    }
    size = kept;
  }

  /** Candidates, the largest first. */
  @Override
  public List<MinedCluster> finish() {
    Arrays.sort(entries, 0, size);
    List<int[]> copies = new ArrayList<>();
    List<int[]> answers = new ArrayList<>();
    List<int[]> prompts = new ArrayList<>();
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && entries[to] >> 32 == entries[from] >> 32) {
        to++;
      }
      int kind = (int) (entries[from] >> 32) & ((1 << KIND_BITS) - 1);
      boolean copy = kind == MinedCluster.Kind.COPIES.ordinal();
      if (to - from >= (copy ? 2 : LEAST)) {
        List<int[]> runs =
            copy ? copies : kind == MinedCluster.Kind.ANSWERS.ordinal() ? answers : prompts;
        runs.add(ordinals(from, to));
      }
      from = to;
    }
    entries = new long[0];
    size = 0;
    List<MinedCluster> found = new ArrayList<>();
    found.addAll(copies(copies));
    found.addAll(Runs.joined(MinedCluster.Kind.ANSWERS, answers));
    found.addAll(Runs.joined(MinedCluster.Kind.PROMPTS, prompts));
    found.removeIf(cluster -> cluster.ordinals().length < LEAST);
    found.sort(
        Comparator.comparingInt((MinedCluster cluster) -> -cluster.ordinals().length)
            .thenComparing(MinedCluster::kind)
            .thenComparingInt(cluster -> cluster.ordinals()[0]));
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private int[] ordinals(int from, int to) {
    int[] ordinals = new int[to - from];
    for (int i = from; i < to; i++) {
      ordinals[i - from] = (int) entries[i];
    }
    return ordinals;
  }

  /** All copies are one cluster: that there are many is the news. */
  private static List<MinedCluster> copies(List<int[]> runs) {
    int[] all = runs.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    return all.length == 0 ? List.of() : List.of(new MinedCluster(MinedCluster.Kind.COPIES, all));
  }
}
