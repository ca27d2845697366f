package dev.assay.internal.trigger.mine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A cue that goes with a behaviour, to be looked into. Row numbers are places in the list of rows.
 */
final class Candidate {
  final int cue;
  CueKind kind;
  final int behaviour;

  /** The cues, where only several together tell. */
  final List<Candidate> parts;

  /** Rows with the cue, and where it stands in each first: token from, length. */
  int[] rows = new int[16];

  int[] places = new int[16];
  int[] lengths = new int[16];
  int size;

  /** Of the rows, those that behave so. */
  int hits;

  /** Records that the rows stand for, and of them those that behave so. */
  double records;

  double behavingRecords;

  /** All records that behave so. */
  double behaving;

  double all;
  double score;

  Candidate(int cue, CueKind kind, int behaviour) {
    this.cue = cue;
    this.kind = kind;
    this.behaviour = behaviour;
    this.parts = List.of();
  }

  private Candidate(Candidate first, Candidate second) {
    this.cue = first.cue;
    this.kind = CueKind.TOGETHER;
    this.behaviour = first.behaviour;
    List<Candidate> all = new ArrayList<>(first.parts.isEmpty() ? List.of(first) : first.parts);
    all.add(second);
    this.parts = List.copyOf(all);
    this.behaving = first.behaving;
    this.all = first.all;
  }

  /** The cues that it is made of. */
  List<Integer> cues() {
    return parts.isEmpty() ? List.of(cue) : parts.stream().map(part -> part.cue).toList();
  }

  /** Both cues in one prompt. */
  Candidate with(Candidate other, List<Row> all) {
    Candidate both = new Candidate(this, other);
    for (int i = 0; i < size; i++) {
      if (other.has(rows[i])) {
        both.add(rows[i], places[i], lengths[i]);
      }
    }
    both.count(all);
    return both;
  }

  /** Counts the rows that behave so, once all rows with the cue are added. */
  void count(List<Row> from) {
    hits = 0;
    records = 0;
    behavingRecords = 0;
    for (int i = 0; i < size; i++) {
      Row row = from.get(rows[i]);
      records += row.weight();
      if (row.does(behaviour)) {
        hits++;
        behavingRecords += row.weight();
      }
    }
    score = size == 0 ? 0 : records * Stats.divergence(confidence(), base());
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

  /** The first of its rows that behaves so; the first of all if none does. */
  int firstBehaving(List<Row> from) {
    for (int i = 0; i < size; i++) {
      if (from.get(rows[i]).does(behaviour)) {
        return rows[i];
      }
    }
    return rows[0];
  }

  /** Share of its rows that behave so. */
  double confidence() {
    return records == 0 ? 0 : behavingRecords / records;
  }

  /** Share of those that behave so which have the cue. */
  double coverage() {
    return behaving == 0 ? 0 : behavingRecords / behaving;
  }

  /** How common the behaviour is without the cue. */
  double base() {
    return (Math.max(0, behaving - behavingRecords) + 0.5) / (all - records + 1.0);
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
  int patternOf(List<Row> all) {
    for (int pattern : size == 0 ? new int[0] : all.get(rows[0]).patterns()) {
      if (Cues.ofPattern(pattern) == cue) {
        return pattern;
      }
    }
    return 0;
  }
}
