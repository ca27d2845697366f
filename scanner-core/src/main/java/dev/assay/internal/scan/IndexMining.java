package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.match.index.IndexedRecord;
import dev.assay.internal.match.index.RecordIndexReader;
import dev.assay.internal.trigger.RowReader;
import dev.assay.internal.trigger.mine.MinedTrigger;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.internal.trigger.mine.TriggerDetector;
import dev.assay.record.DataRecord;
import dev.assay.record.Origin;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import dev.assay.rule.RuleSet;
import dev.assay.verdict.TriggerCluster;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Mines triggers from an index as from a scan: the same rows in the same order, read from the texts
 * that were scanned. Nothing is judged again: what made a record suspect by itself is in the index.
 */
public final class IndexMining {
  private final RecordIndexReader index;
  private final RowReader rows = new RowReader();
  private final SortedSet<String> behaviours = new TreeSet<>();
  private long records;

  public IndexMining(RecordIndexReader index) {
    this.index = index;
  }

  /**
   * The clusters, worst first.
   *
   * @param query which records to look at
   */
  public List<TriggerCluster> triggers(String query) throws IOException {
    TriggerDetector detector = new TriggerDetector();
    records = 0;
    index.each(
        query,
        record -> {
          records++;
          behaviours.addAll(record.behaviours());
          Row row = row(record);
          if (row != null) {
            detector.accept(row);
          }
        });
    List<MinedTrigger> mined = detector.finish();
    return mined.isEmpty() ? List.of() : members(query, mined).clusters();
  }

  private TriggerMembers members(String query, List<MinedTrigger> mined) throws IOException {
    TriggerMembers members =
        new TriggerMembers(withoutRules(), mined, records, List.copyOf(behaviours));
    records = 0;
    index.each(query, record -> members.find(record(record), records++, () -> row(record)));
    return members;
  }

  private @Nullable Row row(IndexedRecord record) {
    return rows.read(record(record), record.suspectOf(), record.behaviours());
  }

  private static Detection withoutRules() {
    RuleSet none = RuleSet.of(List.of());
    return new Detection(
        CompiledRules.of(none), none, VerdictPolicy.standard(), Calibration.none());
  }

  private static DataRecord record(IndexedRecord indexed) {
    return new DataRecord(indexed.turns(), new Place(indexed));
  }

  /** The index keeps files, rows and lines, and no columns. */
  private record Place(IndexedRecord indexed) implements Origin {
    @Override
    public String uri() {
      return indexed.uri();
    }

    @Override
    public long row() {
      return indexed.row();
    }

    @Override
    public long line() {
      return indexed.line();
    }

    @Override
    public Region region() {
      long line = Math.max(1, indexed.line() > 0 ? indexed.line() : indexed.row());
      return new Region(line, 1, line, 1, -1, -1);
    }

    @Override
    public Region region(Turn turn, int start, int end) {
      return region();
    }
  }
}
