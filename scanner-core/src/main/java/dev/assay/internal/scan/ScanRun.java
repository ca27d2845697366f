package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary.FileSummary;
import dev.assay.source.DataFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads files one after the other and hands their chunks to the judges. The calling thread reads
 * and collects; judging runs beside it, a bounded number of chunks ahead. Results are collected in
 * input order, so reports do not depend on the number of threads.
 */
final class ScanRun {
  private static final long PROGRESS_NANOS = 100_000_000;

  private record Ahead(JudgePool.Pending result, FileTally file) {}

  private final ReadOptions options;
  private final FileOpener opener;
  private final JudgePool judges;
  private final Collector collector;
  private final ScanProgress progress;
  private final Deque<Ahead> ahead = new ArrayDeque<>();
  private final List<Scanned> scanned = new ArrayList<>();
  private final long bytesTotal;
  private long bytesBefore;
  private long lastProgress;

  private record Scanned(
      DataFile file, FileTally tally, String format, String sha256, long bytes) {}

  ScanRun(
      ReadOptions options,
      FileOpener opener,
      JudgePool judges,
      Collector collector,
      ScanProgress progress,
      long bytesTotal) {
    this.options = options;
    this.opener = opener;
    this.judges = judges;
    this.collector = collector;
    this.progress = progress;
    this.bytesTotal = bytesTotal;
  }

  /**
   * Scans one file.
   *
   * @throws IOException if a report could not be written
   */
  void file(DataFile file) throws IOException {
    FileTally tally = collector.tally(file.uri());
    try (ChunkReader reader = opener.open(file, options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        ahead.add(new Ahead(judges.submit(chunk), tally));
        while (ahead.size() > judges.aheadLimit()) {
          collectOne();
        }
        report(file, reader.bytesRead());
        breakOffIfInterrupted();
      }
      String sha256 = reader.sha256();
      bytesBefore += reader.bytesRead();
      scanned.add(
          new Scanned(
              file,
              tally,
              reader.format(),
              sha256 == null ? "" : sha256,
              sha256 == null ? file.size() : reader.bytesRead()));
    }
  }

  /** What fails because of an interrupt is no fault of the file. */
  private static void breakOffIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedScanException(null);
    }
  }

  /** Waits for what is still being judged. */
  void drain() throws IOException {
    while (!ahead.isEmpty()) {
      collectOne();
    }
  }

  /** The files with their counts, once all of them are collected and settled. */
  List<FileSummary> files() {
    List<FileSummary> files = new ArrayList<>();
    for (Scanned file : scanned) {
      files.add(file.tally().summary(file.format(), file.sha256(), file.bytes()));
    }
    return files;
  }

  /** Takes a file that was scanned. */
  interface Again {
    void file(DataFile file, FileTally tally) throws IOException;
  }

  /** Hands over the files once more, in order. */
  void again(Again again) throws IOException {
    for (Scanned one : scanned) {
      again.file(one.file(), one.tally());
    }
  }

  private void collectOne() throws IOException {
    Ahead next = ahead.remove();
    collector.add(next.result().await(), next.file());
  }

  private void report(DataFile file, long bytesRead) {
    long now = System.nanoTime();
    if (now - lastProgress >= PROGRESS_NANOS) {
      lastProgress = now;
      progress.at(file.uri(), bytesBefore + bytesRead, bytesTotal, collector.judged());
    }
  }
}
