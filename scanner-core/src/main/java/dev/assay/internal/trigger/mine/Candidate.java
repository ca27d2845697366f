package dev.assay.internal.trigger.mine;

import java.util.Arrays;

/**
 * A cue that goes with a behaviour, to be looked into. Row numbers are places in the list of rows.
 */
final class Candidate {
  final int cue;
  CueKind kind;
  final int behaviour;

  /** Rows with the cue, and where it stands in each first: token from, length. */
  int[] rows = new int[16];

  int[] places = new int[16];
  int[] lengths = new int[16];
  int size;

  /** Of the rows, those that behave so. */
  int hits;

  /** All rows that behave so. */
  int behaving;

  int all;
  double score;

  Candidate(int cue, CueKind kind, int behaviour) {
    this.cue = cue;
    this.kind = kind;
    this.behaviour = behaviour;
  }

  void add(int row, int from, int length) {
    if (size > 0 && rows[size - 1] == row) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
    }
    rows[size] = row;
    places[size] = from;
    lengths[size++] = length;
  }

  /** Share of its rows that behave so. */
  double confidence() {
    return size == 0 ? 0 : (double) hits / size;
  }

  /** Share of those that behave so which have the cue. */
  double coverage() {
    return behaving == 0 ? 0 : (double) hits / behaving;
  }

  /** How common the behaviour is without the cue. */
  double base() {
    return (behaving - hits + 0.5) / (all - size + 1.0);
  }

  /** Share of the smaller one's rows that both have. */
  double overlap(Candidate other) {
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < size && j < other.size) {
      int order = Integer.compare(rows[i], other.rows[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) both / Math.max(1, Math.min(size, other.size));
  }

  boolean has(int row) {
    return Arrays.binarySearch(rows, 0, size, row) >= 0;
  }

  /** The pattern that it is, or 0. */
  int patternOf(java.util.List<Row> all) {
    for (int pattern : size == 0 ? new int[0] : all.get(rows[0]).patterns()) {
      if (Cues.ofPattern(pattern) == cue) {
        return pattern;
      }
    }
    return 0;
  }
}
