package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.trigger.mine.MinedTrigger;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The second look at a dataset, taken only if it may hold triggers or records that are alike: finds
 * the records that carry a trigger, those whose behaviour was not recognised too, and makes them
 * suspect; and holds the texts of the others against one another. Records are numbered as they were
 * when they were judged.
 */
final class SecondLook {
  private final Detection detection;
  private final ReadOptions reading;
  private final FileOpener opener;
  private final Collector collector;
  private final Map<Long, RecordVerdict> revised;
  private long ordinal;

  /**
   * @param revised verdicts that the set turned so far; gets those of the triggers' records
   */
  SecondLook(
      Detection detection,
      ReadOptions reading,
      FileOpener opener,
      Collector collector,
      Map<Long, RecordVerdict> revised) {
    this.detection = detection;
    this.reading = reading;
    this.opener = opener;
    this.collector = collector;
    this.revised = revised;
  }

  /**
   * What was seen.
   *
   * @param triggers worst first
   * @param alike clusters of records that are alike, largest first
   */
  record Seen(List<TriggerCluster> triggers, List<RecordCluster> alike) {}

  Seen look(ScanRun run) throws IOException {
    boolean mines = detection.minesTriggers();
    List<MinedTrigger> mined = mines ? collector.triggers() : List.of();
    ClusterMembers alike = new ClusterMembers(mines ? collector.clusters() : List.of());
    if (mined.isEmpty() && alike.isEmpty()) {
      return new Seen(List.of(), List.of());
    }
    TriggerMembers members =
        mined.isEmpty() ? null : new TriggerMembers(detection, mined, collector.judged());
    run.again((file, tally) -> file(file, new Sink(members, alike, tally), tally));
    return new Seen(members == null ? List.of() : members.clusters(), alike.clusters());
  }

  private void file(DataFile file, Sink sink, FileTally tally) throws IOException {
    long first = ordinal;
    try (ChunkReader reader = opener.open(file, reading.withDigested(false))) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
    }
    if (ordinal != first + tally.judged() || (sink.broken && !tally.broken())) {
      ordinal = first + tally.judged();
      collector.add(changed(file.uri()), tally);
    }
  }

  private static Unscanned changed(String uri) {
    String message =
        "The file changed while it was scanned, so records of a trigger may be missing: scan it"
            + " again.";
    return new Unscanned(Unscanned.Kind.FILE, uri, 0, 0, message);
  }

  private final class Sink implements RecordSink {
    private final @Nullable TriggerMembers members;
    private final ClusterMembers alike;
    private final FileTally tally;
    private boolean broken;

    Sink(@Nullable TriggerMembers members, ClusterMembers alike, FileTally tally) {
      this.members = members;
      this.alike = alike;
      this.tally = tally;
    }

    @Override
    public void record(DataRecord record) {
      if (collector.failedOn(record.origin().uri(), record.origin().row())) {
        return;
      }
      long number = ordinal++;
      alike.take(record, number);
      RecordVerdict before = members == null ? null : members.judged(record, number);
      if (members != null && before != null) {
        before = revised.getOrDefault(number, before);
        RecordVerdict now = members.member(before);
        revised.put(number, now);
        collector.revise(before, now, tally);
      }
    }

    @Override
    public void unscanned(Unscanned unscanned) {
      // Records were told of when the file was first read; the file itself may be another by now.
      broken |= unscanned.kind() == Unscanned.Kind.FILE;
    }
  }
}
