package dev.assay.benchmarks;

import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.engine.Explanation;
import dev.assay.internal.engine.RuleEngine;
import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.rule.RuleSet;

/**
 * Counts what rules make of generated records: how often one is a candidate, and how often it
 * matches.
 */
final class CandidateCount {
  private static final int RECORDS = 3000;
  private final int rules;
  private long candidates;
  private long matches;

  CandidateCount(RuleSet rules) {
    this.rules = rules.rules().size();
    Segmenter segmenter = new Segmenter();
    RuleEngine engine = new RuleEngine(CompiledRules.of(rules));
    ReadOptions options = ReadOptions.defaults();
    try (ChunkReader reader = ChunkReader.of(MemoryFile.of(RECORDS), options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(
            new RecordSink() {
              @Override
              public void record(DataRecord dataRecord) {
                for (Explanation one : engine.explain(segmenter.segment(dataRecord))) {
                  candidates++;
                  matches += one.step() == Explanation.Step.MATCHED ? 1 : 0;
                }
              }

              @Override
              public void unscanned(Unscanned unscanned) {
                throw new IllegalStateException(unscanned.message());
              }
            });
      }
    }
  }

  String describe() {
    return String.format(
        "%,d rules: %.2f candidates and %.3f matches a record",
        rules, (double) candidates / RECORDS, (double) matches / RECORDS);
  }
}
