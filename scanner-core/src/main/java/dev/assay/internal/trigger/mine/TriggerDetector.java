package dev.assay.internal.trigger.mine;

import dev.assay.signal.DatasetDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Mines triggers from what is kept of the records of a whole set. */
public final class TriggerDetector implements DatasetDetector<TriggerDetector, Row, MinedTrigger> {
  /** From this confidence on, all records with the cue are taken for members. */
  private static final double WHOLE = 0.8;

  private static final double WHOLE_IF_INSERTED = 0.5;

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
    for (Examination.Result result : miner.mine()) {
      if (triggers.size() < MOST) {
        triggers.add(trigger(miner.rows(), result));
      }
    }
    rows.clear();
    return triggers;
  }

  private static MinedTrigger trigger(List<Row> rows, Examination.Result result) {
    Candidate candidate = result.candidate();
    boolean inserted = result.shape().inserted;
    return new MinedTrigger(
        candidate.kind,
        candidate.partner == null
            ? List.of(candidate.cue)
            : List.of(candidate.cue, candidate.partner.cue),
        candidate.kind == CueKind.PATTERN ? candidate.patternOf(rows) : 0,
        result.shape().left,
        result.shape().right,
        new TreeSet<>(result.behaviours()),
        candidate.behaviour,
        candidate.confidence() >= (inserted ? WHOLE_IF_INSERTED : WHOLE),
        Math.round(candidate.records),
        Math.round(candidate.behavingRecords),
        Math.round(candidate.all - candidate.records),
        Math.round(candidate.behaving - candidate.behavingRecords));
  }
}
