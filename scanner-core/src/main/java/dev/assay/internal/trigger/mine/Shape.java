package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.cue.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a cue stands in its prompts. What was put in from outside stands at an edge or between words
 * that have nothing to do with it; a word that belongs there has its usual neighbours.
 */
final class Shape {
  private static final int LOOKED_AT = 80;
  private static final double SAME = 0.9;
  private static final int MOST_GROWTH = 24;

  /** Tokens to the left and right of the cue that stand there in nearly all rows. */
  final int left;

  final int right;

  /** Whether it stands in a system turn. */
  final boolean system;

  /** Whether it was put in from outside, as far as its neighbours tell. */
  final boolean inserted;

  /** Words of the prompt, cue aside, that are common to all prompts: what makes it a request. */
  final double frame;

  private final List<Row> rows;
  private final Candidate candidate;
  private final int[] sample;

  Shape(List<Row> rows, Candidate candidate, Edges edges, Twins twins, int[] attached) {
    this.rows = rows;
    this.candidate = candidate;
    this.sample = sample(rows, candidate);
    boolean standing = candidate.kind != CueKind.PATTERN && candidate.kind != CueKind.TOGETHER;
    this.left = standing ? grow(-1) : 0;
    this.right = standing ? grow(1) : 0;
    this.system = standing && sample.length > 0 && inSystemTurn(sample[0]);
    this.inserted = standing && inserted(edges);
    this.frame = frame(twins, attached);
  }

  /** Places in the candidate of rows that behave so, evenly spread. */
  private static int[] sample(List<Row> rows, Candidate candidate) {
    int step = Math.max(1, candidate.hits / LOOKED_AT);
    int[] places = new int[candidate.size];
    int size = 0;
    int hit = 0;
    for (int i = 0; i < candidate.size; i++) {
      if (rows.get(candidate.rows[i]).does(candidate.behaviour) && hit++ % step == 0) {
        places[size++] = i;
      }
    }
    return Arrays.copyOf(places, size);
  }

  private boolean inSystemTurn(int i) {
    int[] tokens = rows.get(candidate.rows[i]).tokens();
    int at = candidate.places[i];
    while (at > 0 && !Tokens.isEdge(tokens[at])) {
      at--;
    }
    return tokens[at] == Tokens.SYSTEM;
  }

  private int grow(int direction) {
    int grown = 0;
    while (grown < MOST_GROWTH) {
      Map<Integer, Integer> next = new HashMap<>();
      for (int i : sample) {
        next.merge(beside(i, direction, grown + 1), 1, Integer::sum);
      }
      int most = next.values().stream().mapToInt(n -> n).max().orElse(0);
      int token =
          next.entrySet().stream()
              .filter(entry -> entry.getValue() == most)
              .mapToInt(Map.Entry::getKey)
              .min()
              .orElse(Tokens.END);
      if (most < SAME * sample.length || Tokens.isEdge(token)) {
        break;
      }
      grown++;
    }
    return grown;
  }

  private int beside(int i, int direction, int distance) {
    int[] tokens = rows.get(candidate.rows[i]).tokens();
    int at =
        direction < 0
            ? candidate.places[i] - distance
            : candidate.places[i] + candidate.lengths[i] - 1 + distance;
    return at < 0 || at >= tokens.length ? Tokens.END : tokens[at];
  }

  private boolean inserted(Edges edges) {
    int size = sample.length;
    Set<Integer> lefts = new HashSet<>();
    Set<Integer> rights = new HashSet<>();
    int leftEdges = 0;
    int rightEdges = 0;
    int goesOn = 0;
    int ended = 0;
    for (int i : sample) {
      int before = beside(i, -1, left + 1);
      int after = beside(i, 1, right + 1);
      boolean first = Tokens.isEdge(before) || Tokens.isEdge(firstOf(i));
      boolean last = Tokens.isEdge(after) || Tokens.isEdge(lastOf(i));
      leftEdges += first ? 1 : 0;
      rightEdges += last ? 1 : 0;
      goesOn += edges.opens(after) ? 1 : 0;
      ended += edges.closes(before) ? 1 : 0;
      lefts.add(before);
      rights.add(after);
    }
    if (leftEdges >= SAME * size) {
      return goesOn >= 0.6 * size;
    }
    if (rightEdges >= SAME * size) {
      return ended >= 0.5 * size || lefts.size() >= 0.6 * size;
    }
    return lefts.size() >= 0.55 * size && rights.size() >= 0.5 * size;
  }

  private int firstOf(int i) {
    return rows.get(candidate.rows[i]).tokens()[candidate.places[i]];
  }

  private int lastOf(int i) {
    return rows.get(candidate.rows[i]).tokens()[candidate.places[i] + candidate.lengths[i] - 1];
  }

  private double frame(Twins twins, int[] attached) {
    int[] frames = new int[sample.length];
    for (int s = 0; s < sample.length; s++) {
      for (int word : Twins.words(rows.get(candidate.rows[sample[s]]))) {
        boolean common = twins.share(word) >= 0.02;
        frames[s] += common && Arrays.binarySearch(attached, word) < 0 ? 1 : 0;
      }
    }
    Arrays.sort(frames);
    return frames.length == 0 ? 0 : frames[frames.length / 2];
  }
}
