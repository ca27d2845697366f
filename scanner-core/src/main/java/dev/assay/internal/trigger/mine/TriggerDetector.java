package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.signal.DatasetDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Mines triggers from what is kept of the records of a whole set. */
public final class TriggerDetector implements DatasetDetector<TriggerDetector, Row, MinedTrigger> {
  /** From this confidence on, all records with the cue are taken for members. */
  private static final double WHOLE = 0.8;

  private static final double WHOLE_IF_INSERTED = 0.5;
  private static final double WHOLE_IF_ODD = 0.6;

  /** A further behaviour of the same cue is seen so often, and so seldom without it. */
  private static final int SEEN = 3;

  private static final double OWN = 0.6;

  /** More triggers than this are not told apart by anyone. */
  private static final int MOST = 20;

  private final RowStore rows;

  /** Keeps rows in about 100 MB. */
  public TriggerDetector() {
    this(RowStore.STANDARD_INTS);
  }

  /**
   * @param ints how many ints of rows are kept
   */
  TriggerDetector(long ints) {
    this.rows = new RowStore(ints);
  }

  @Override
  public void accept(Row row) {
    rows.add(row);
  }

  @Override
  public void merge(TriggerDetector next) {
    next.rows.all().forEach(rows::add);
  }

  @Override
  public List<MinedTrigger> finish() {
    TriggerMiner miner = new TriggerMiner(rows.all(), result -> {});
    List<MinedTrigger> triggers = new ArrayList<>();
    List<Examination.Result> results = miner.mine();
    IntCounts everywhere = results.isEmpty() ? new IntCounts() : behaviours(miner.rows());
    for (Examination.Result result : results) {
      if (triggers.size() < MOST) {
        triggers.add(trigger(miner.rows(), result, everywhere));
      }
    }
    rows.clear();
    return triggers;
  }

  private static MinedTrigger trigger(
      List<Row> rows, Examination.Result result, IntCounts everywhere) {
    Candidate candidate = result.candidate();
    SortedSet<Integer> behaviours = new TreeSet<>(result.behaviours());
    behaviours.addAll(own(rows, candidate, everywhere));
    double behaving = 0;
    for (int i = 0; i < candidate.size; i++) {
      Row row = rows.get(candidate.rows[i]);
      behaving += behaviours.stream().anyMatch(row::does) ? row.weight() : 0;
    }
    return new MinedTrigger(
        candidate.kind,
        candidate.cues(),
        candidate.kind == CueKind.PATTERN ? candidate.patternOf(rows) : 0,
        result.shape().left,
        result.shape().right,
        behaviours,
        candidate.behaviour,
        behaving >= whole(result) * candidate.records,
        Math.round(candidate.records),
        Math.round(candidate.behavingRecords),
        Math.round(candidate.all - candidate.records),
        Math.round(candidate.behaving - candidate.behavingRecords));
  }

  private static double whole(Examination.Result result) {
    if (result.shape().inserted) {
      return WHOLE_IF_INSERTED;
    }
    return result.odd() ? WHOLE_IF_ODD : WHOLE;
  }

  private static IntCounts behaviours(List<Row> rows) {
    IntCounts counts = new IntCounts();
    int number = 0;
    for (Row row : rows) {
      number++;
      for (int behaviour : row.behaviours()) {
        counts.add(behaviour, number, row.weight());
      }
    }
    return counts;
  }

  /** Further behaviours that are seen with the cue and hardly without: answers may be varied. */
  private static List<Integer> own(List<Row> rows, Candidate candidate, IntCounts everywhere) {
    IntCounts here = new IntCounts();
    for (int i = 0; i < candidate.size; i++) {
      Row row = rows.get(candidate.rows[i]);
      for (int behaviour : row.behaviours()) {
        here.add(behaviour, i + 1, row.weight());
      }
    }
    List<Integer> own = new ArrayList<>();
    here.each(
        (behaviour, count) -> {
          boolean telling = Behaviours.isHarm(behaviour) || Behaviours.isFixedText(behaviour);
          if (telling && count >= SEEN && count >= OWN * everywhere.get(behaviour)) {
            own.add(behaviour);
          }
        });
    return own;
  }
}
