package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.internal.trigger.cue.Hashing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows within bounded memory. All of them while they fit; then half of the ordinary ones go, and
 * those that stay stand for two. Rows that misbehave as few do are kept longest: they are what a
 * trigger is known by, the others only say how common its words are. Which go depends on what they
 * hold, so the same rows in the same order leave the same.
 */
final class RowStore {
  /** About 100 MB; some 200,000 prompts of 60 words. */
  static final long STANDARD_INTS = 24_000_000;

  /** A misbehaviour of a greater share of rows is ordinary here. */
  private static final double RARE = 0.1;

  private static final int REPEATED = 4;
  private static final double FULL = 0.7;

  private final long most;
  private List<Row> rows = new ArrayList<>();
  private long ints;
  private int rounds;

  RowStore(long most) {
    this.most = most;
  }

  void add(Row row) {
    rows.add(row);
    ints += row.size();
    if (ints > most) {
      thin();
    }
  }

  List<Row> all() {
    return rows;
  }

  void clear() {
    rows = new ArrayList<>();
    ints = 0;
  }

  private void thin() {
    IntCounts counts = new IntCounts();
    int number = 0;
    for (Row row : rows) {
      number++;
      for (int behaviour : row.behaviours()) {
        counts.add(behaviour, number);
      }
    }
    int rare = (int) (RARE * rows.size());
    for (Spared spared : Spared.values()) {
      if (spared == Spared.TELLING || ints > FULL * most) {
        halve(counts, rare, spared);
      }
    }
  }

  /** Which rows stay for now, most of them first. */
  private enum Spared {
    /** What misbehaves, or repeats a text, as few do. */
    TELLING,
    /** What misbehaves: large sets repeat many texts. */
    MISBEHAVING,
    NONE
  }

  private void halve(IntCounts counts, int rare, Spared spared) {
    rounds++;
    List<Row> kept = new ArrayList<>();
    ints = 0;
    for (Row row : rows) {
      @Nullable Row left = row;
      if (spared == Spared.NONE || isOrdinary(row, counts, rare, spared)) {
        int coin = Hashing.finish((int) (row.print() >>> 7) + 0x9E3779B9 * rounds);
        left = (coin & 1) == 0 ? row.doubled() : null;
      }
      if (left != null) {
        kept.add(left);
        ints += left.size();
      }
    }
    rows = kept;
  }

  private static boolean isOrdinary(Row row, IntCounts counts, int rare, Spared spared) {
    for (int behaviour : row.behaviours()) {
      int count = counts.get(behaviour);
      boolean telling =
          Behaviours.isHarm(behaviour)
              || (spared == Spared.TELLING
                  && Behaviours.isFixedText(behaviour)
                  && count >= REPEATED);
      if (telling && count <= rare) {
        return false;
      }
    }
    return true;
  }
}
