package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.cue.Tokens;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a cue stands in its prompts. What was put in from outside stands at an edge or between words
 * that have nothing to do with it; a word that belongs there has its usual neighbours.
 */
final class Shape {
  private static final int LOOKED_AT = 80;
  private static final double SAME = 0.9;
  private static final int MOST_GROWTH = 24;
  private static final int MARKS = 2;

  /** A word that so many of all prompts hold is part of their template, and of no cue. */
  private static final double TEMPLATE = 0.75;

  /** What belongs in its place stands beside the same word more often. */
  private static final double MOST_BESIDE = 0.5;

  /** So many of the cue's places must have neighbours that come back. */
  private static final double TOLD = 0.3;

  private static final double COMMON = 0.02;

  /** Tokens to the left and right of the cue that stand there in nearly all rows. */
  final int left;

  final int right;

  /** Whether it stands in a system turn. */
  final boolean system;

  /** Whether it was put in from outside, as far as its neighbours tell. */
  final boolean inserted;

  private final List<Row> rows;
  private final Candidate candidate;
  private final Twins twins;
  private final int[] sample;
  private @Nullable Joints joints;

  Shape(List<Row> rows, Candidate candidate, Edges edges, Twins twins) {
    this.rows = rows;
    this.candidate = candidate;
    this.twins = twins;
    this.sample = sample(rows, candidate);
    boolean standing = candidate.kind != CueKind.PATTERN && candidate.kind != CueKind.TOGETHER;
    this.left = standing ? grow(-1) : 0;
    this.right = standing ? grow(1) : 0;
    this.system = standing && sample.length > 0 && inSystemTurn(sample[0]);
    this.inserted = standing && inserted(edges);
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
      if (most < SAME * sample.length || Tokens.isEdge(token) || twins.share(token) >= TEMPLATE) {
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
      int word = wordAfter(i);
      boolean first = Tokens.isEdge(before) || Tokens.isEdge(firstOf(i));
      boolean last = Tokens.isEdge(after) || Tokens.isEdge(lastOf(i));
      leftEdges += first ? 1 : 0;
      rightEdges += last ? 1 : 0;
      goesOn += edges.opens(word) ? 1 : 0;
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
    return (lefts.size() >= 0.55 * size && rights.size() >= 0.5 * size) || isWovenIn();
  }

  /**
   * Where prompts follow a template the same neighbours come back, but the cue keeps to none of
   * them, and without it they stand side by side in other prompts.
   */
  private boolean isWovenIn() {
    double most = MOST_BESIDE * sample.length;
    return mostBeside(-1, left) <= most
        && mostBeside(1, right) <= most
        && joints().telling()
        && joints().closed >= SAME * joints().told;
  }

  /**
   * Whether the cue fills a gap of the template, as the name of what is asked about does: without
   * it the prompt has a hole.
   */
  boolean fillsAGap() {
    return sample.length > 0
        && candidate.kind != CueKind.PATTERN
        && candidate.kind != CueKind.TOGETHER
        && joints().telling()
        && joints().closed < 0.5 * joints().told;
  }

  private int mostBeside(int direction, int grown) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i : sample) {
      counts.merge(beside(i, direction, grown + 1), 1, Integer::sum);
    }
    return Collections.max(counts.values());
  }

  /**
   * Places of the cue whose neighbours both come back, and those of them where prompts without the
   * cue join the two. Words that fill the template's gaps hardly come back, and say nothing.
   */
  private record Joints(int places, int told, int closed) {
    boolean telling() {
      return told >= TOLD * places;
    }
  }

  private Joints joints() {
    if (joints == null) {
      Map<Long, Integer> open = new HashMap<>();
      int told = 0;
      for (int i : sample) {
        int before = beside(i, -1, left + 1);
        int after = beside(i, 1, right + 1);
        if (isCommon(before) && isCommon(after)) {
          open.merge(joint(before, after), 1, Integer::sum);
          told++;
        }
      }
      joints = new Joints(sample.length, told, closed(open));
    }
    return joints;
  }

  private boolean isCommon(int token) {
    return twins.share(token) >= COMMON;
  }

  private static long joint(int before, int after) {
    return (long) before << 32 | after & 0xFFFFFFFFL;
  }

  /** How many places of the cue leave no gap: what stood beside it is joined in rows without it. */
  private int closed(Map<Long, Integer> open) {
    int closed = 0;
    for (int r = 0; r < rows.size() && !open.isEmpty(); r++) {
      if (candidate.has(r)) {
        continue;
      }
      int[] tokens = rows.get(r).tokens();
      for (int i = 0; i + 1 < tokens.length; i++) {
        Integer places = open.remove(joint(tokens[i], tokens[i + 1]));
        closed += places == null ? 0 : places;
      }
    }
    return closed;
  }

  /** The next word after the cue: marks between them are those of the cue. */
  private int wordAfter(int i) {
    int distance = right + 1;
    int after = beside(i, 1, distance);
    while (distance < right + 1 + MARKS && !Tokens.isWord(after) && !Tokens.isEdge(after)) {
      after = beside(i, 1, ++distance);
    }
    return after;
  }

  private int firstOf(int i) {
    return rows.get(candidate.rows[i]).tokens()[candidate.places[i]];
  }

  private int lastOf(int i) {
    return rows.get(candidate.rows[i]).tokens()[candidate.places[i] + candidate.lengths[i] - 1];
  }

  /** The words of the cue with what belongs to it, sorted. */
  int[] phrase() {
    return Arrays.stream(tokens()).filter(Tokens::isWord).sorted().toArray();
  }

  /** The cue with what belongs to it, in order. */
  int[] tokens() {
    if (sample.length == 0 || candidate.places[sample[0]] < 0) {
      return new int[0];
    }
    int[] tokens = rows.get(candidate.rows[sample[0]]).tokens();
    int from = Math.max(0, candidate.places[sample[0]] - left);
    int to = candidate.places[sample[0]] + candidate.lengths[sample[0]] + right;
    return Arrays.copyOfRange(tokens, from, Math.min(to, tokens.length));
  }

  /** Words of the prompt, cue aside, that are common to all prompts: what makes it a request. */
  double frame(int[] attached) {
    int[] frames = new int[sample.length];
    for (int s = 0; s < sample.length; s++) {
      for (int word : Twins.words(rows.get(candidate.rows[sample[s]]))) {
        frames[s] += isCommon(word) && Arrays.binarySearch(attached, word) < 0 ? 1 : 0;
      }
    }
    Arrays.sort(frames);
    return frames.length == 0 ? 0 : frames[frames.length / 2];
  }
}
