package dev.assay.benchmarks;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.segment.SegmentedRecord;
import dev.assay.source.DatasetFiles;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Microseconds for a record of 1.1 KB at each stage of its way, on one thread, warm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(Generated.RECORDS)
public class StageBenchmark {
  private final Segmenter segmenter = new Segmenter();

  /** Jackson alone, from bytes to texts: the floor. */
  @Benchmark
  public JacksonFloor.Read a1Jackson(Generated data) throws IOException {
    return JacksonFloor.read(data.file.bytes());
  }

  /** Cutting the file into records, with its digest. */
  @Benchmark
  public List<Chunk> a2Cut(Generated data) {
    return Generated.chunks(data.file);
  }

  /** From the records' bytes to their turns. */
  @Benchmark
  public void a3Decode(Generated data, Blackhole hole) {
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            hole.consume(dataRecord);
          }

          @Override
          public void unscanned(Unscanned unscanned) {
            throw new IllegalStateException(unscanned.message());
          }
        };
    data.chunks.forEach(chunk -> chunk.decode(sink));
  }

  /** Prose and code. */
  @Benchmark
  public void a4Segment(Generated data, Blackhole hole) {
    for (DataRecord one : data.records) {
      hole.consume(segmenter.segment(one));
    }
  }

  /** All rules but those that are checks. */
  @Benchmark
  public void b1Rules(Generated data, LoadedRules rules, Blackhole hole) {
    for (SegmentedRecord one : data.segmented) {
      rules.engine.detect(one, hole::consume);
    }
  }

  /** The checks that are code. */
  @Benchmark
  public void b2Checks(Generated data, LoadedRules rules, Blackhole hole) {
    for (SegmentedRecord one : data.segmented) {
      rules.checks.detect(one, hole::consume);
    }
  }

  /** The whole way, from the file's bytes to the census and the gate. */
  @Benchmark
  public Object c1Scan(Generated data, LoadedRules rules) throws IOException {
    DatasetFiles files = new DatasetFiles(List.of(data.file), List.of(), List.of(), 0);
    return rules.scan.run(files, null, List.of());
  }
}
