package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.trigger.RowReader;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.signal.RuleFailure;
import dev.assay.verdict.RecordVerdict;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decodes a chunk and judges its records. One for each thread. */
final class ChunkJudge {
  private final Supplier<RecordJudge> newJudge;
  private @Nullable RecordJudge judge;
  private final VerdictMaker maker;
  private final boolean everyRecord;
  private final @Nullable RowReader rows;
  private final VerdictMemory.@Nullable Reader memory;
  private final @Nullable ScanIndex index;

  /**
   * @param newJudge made with the first record that is not known; it takes a second
   * @param everyRecord whether clean records without any finding are reported one by one
   * @param rows reads what is kept of each record for the whole set, or null if nothing is
   * @param memory of what is known from before, or null
   * @param index gets every judged record, or null
   */
  ChunkJudge(
      Supplier<RecordJudge> newJudge,
      VerdictMaker maker,
      boolean everyRecord,
      @Nullable RowReader rows,
      VerdictMemory.@Nullable Reader memory,
      @Nullable ScanIndex index) {
    this.index = index;
    this.memory = memory;
    this.rows = rows;
    this.newJudge = newJudge;
    this.maker = maker;
    this.everyRecord = everyRecord;
  }

  /**
   * Judges what a chunk holds.
   *
   * @param number of the chunk in the scan, from 0
   */
  JudgedChunk judge(Chunk chunk, long number) {
    JudgedChunk result = new JudgedChunk();
    chunk.decode(
        new RecordSink() {
          @Override
          public void record(DataRecord record) {
            judge(record, number, result);
          }

          @Override
          public void unscanned(Unscanned unscanned) {
            result.missed(unscanned);
          }
        });
    return result;
  }

  private void judge(DataRecord record, long chunk, JudgedChunk result) {
    if (result.judgedCount() == 0) {
      result.readFrom(record);
    }
    try {
      Known known = known(record);
      Judgement judgement = known.judgement();
      boolean reported = everyRecord || !judgement.evidence().isEmpty();
      RecordVerdict verdict = reported || index != null ? maker.verdict(record, judgement) : null;
      if (verdict != null && index != null) {
        index.add(
            chunk, result.judgedCount(), record, judgement, maker.suspectOf(judgement), verdict);
      }
      if (verdict != null && reported) {
        result.judged(verdict, judgement.framing());
      } else {
        result.clean();
      }
      Row row = known.row();
      if (row != null) {
        result.row(row);
      }
    } catch (RuleFailure | StackOverflowError e) {
      result.missed(failure(record, e));
    }
  }

  private Known known(DataRecord record) {
    Known known = memory == null ? null : memory.find(record);
    if (known == null) {
      Judgement judgement = judge().judge(record);
      Row row =
          rows == null
              ? null
              : rows.read(record, maker.suspectOf(judgement), judgement.behaviours());
      known = new Known(judgement, row);
      if (memory != null) {
        memory.keep(known);
      }
    }
    return known;
  }

  private RecordJudge judge() {
    RecordJudge made = judge;
    if (made == null) {
      made = newJudge.get();
      judge = made;
    }
    return made;
  }

  private static Unscanned failure(DataRecord record, Throwable cause) {
    String what = cause instanceof RuleFailure ? cause.getMessage() : "a detector ran out of stack";
    return new Unscanned(
        Unscanned.Kind.DETECTOR,
        record.origin().uri(),
        record.origin().row(),
        record.origin().line(),
        "The record was not judged: " + what + ". Please report the rule.");
  }
}
