package dev.assay.report;

import dev.assay.record.Unscanned;
import dev.assay.triage.Baseline;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one report writer of several. */
public final class ReportWriters {
  private ReportWriters() {}

  /**
   * Hands everything to each of the writers, in their order.
   *
   * <p>A writer that fails, on a full disk for example, is closed and gets nothing more, while the
   * others go on: {@link ReportWriter#finish} then finishes the others and throws the first
   * failure, with the further ones suppressed in it.
   */
  public static ReportWriter tee(List<ReportWriter> writers) {
    return new Tee(writers);
  }

  private interface Call {
    void on(ReportWriter writer) throws IOException;
  }

  private static final class Tee implements ReportWriter {
    private final List<ReportWriter> alive;
    private @Nullable IOException failure;

    Tee(List<ReportWriter> writers) {
      this.alive = new ArrayList<>(writers);
    }

    @Override
    public boolean wantsEveryRecord() {
      return alive.stream().anyMatch(ReportWriter::wantsEveryRecord);
    }

    @Override
    public void known(Baseline baseline) {
      each(writer -> writer.known(baseline));
    }

    @Override
    public void record(RecordVerdict record) {
      boolean found = !record.findings().isEmpty();
      each(
          writer -> {
            if (found || writer.wantsEveryRecord()) {
              writer.record(record);
            }
          });
    }

    @Override
    public void unscanned(Unscanned unscanned) {
      each(writer -> writer.unscanned(unscanned));
    }

    @Override
    public void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
      each(writer -> writer.finish(summary, revised));
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void close() throws IOException {
      IOException first = null;
      for (ReportWriter writer : alive) {
        try {
          writer.close();
        } catch (IOException e) {
          first = joined(first, e);
        }
      }
      alive.clear();
      if (first != null) {
        throw first;
      }
    }

    private void each(Call call) {
      for (Iterator<ReportWriter> writers = alive.iterator(); writers.hasNext(); ) {
        ReportWriter writer = writers.next();
        try {
          call.on(writer);
        } catch (IOException e) {
          failure = joined(failure, e);
          writers.remove();
          closeFailed(writer, failure);
        }
      }
    }

    private static void closeFailed(ReportWriter writer, IOException failure) {
      try {
        writer.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }

    private static IOException joined(@Nullable IOException first, IOException next) {
      if (first == null) {
        return next;
      }
      if (first != next) {
        first.addSuppressed(next);
      }
      return first;
    }
  }
}
