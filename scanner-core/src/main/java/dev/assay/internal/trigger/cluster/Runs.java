package dev.assay.internal.trigger.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins runs of records with the same print to clusters, where they have records in common. */
final class Runs {
  private final int[] ordinals;
  private final int[] parents;

  private Runs(List<int[]> runs) {
    this.ordinals = runs.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    this.parents = new int[ordinals.length];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
    for (int[] run : runs) {
      for (int ordinal : run) {
        join(index(run[0]), index(ordinal));
      }
    }
  }

  static List<MinedCluster> joined(MinedCluster.Kind kind, List<int[]> runs) {
    Runs all = new Runs(runs);
    int[] sizes = new int[all.parents.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[all.root(i)]++;
    }
    Map<Integer, int[]> members = new TreeMap<>();
    int[] filled = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      int root = all.root(i);
      members.computeIfAbsent(root, first -> new int[sizes[first]])[filled[root]++] =
          all.ordinals[i];
    }
    List<MinedCluster> clusters = new ArrayList<>();
    members.values().forEach(ordinals -> clusters.add(new MinedCluster(kind, ordinals)));
    return clusters;
  }

  private int index(int ordinal) {
    return Arrays.binarySearch(ordinals, ordinal);
  }

  private int root(int at) {
    int root = at;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The smaller index is the root: the result does not depend on the order of joining. */
  private void join(int one, int other) {
    int first = root(one);
    int second = root(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }
}
