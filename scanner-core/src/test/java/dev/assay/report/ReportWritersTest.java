package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.record.Region;
import dev.assay.record.Unscanned;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportWritersTest {
  private static final RecordVerdict CLEAN =
      new RecordVerdict(
          0,
          "a.jsonl",
          1,
          1,
          new Region(1, 1, 1, 2, -1, -1),
          "",
          Verdict.CLEAN,
          Framing.Kind.NONE,
          0,
          List.of());

  private final List<String> log = new ArrayList<>();

  @Test
  void handsEverythingToAllInTheirOrder() throws IOException {
    try (ReportWriter tee =
        ReportWriters.tee(List.of(new Fake("a", true, ""), new Fake("b", true, "")))) {
      tee.record(CLEAN);
      finish(tee);
    }

    assertThat(log)
        .containsExactly("a record", "b record", "a finish", "b finish", "a close", "b close");
  }

  @Test
  void cleanRecordsGoToThoseWhoWantThem() throws IOException {
    ReportWriter tee =
        ReportWriters.tee(List.of(new Fake("some", false, ""), new Fake("all", true, "")));
    tee.record(CLEAN);

    assertThat(tee.wantsEveryRecord()).isTrue();
    assertThat(log).containsExactly("all record");
  }

  @Test
  void aWriterThatFailsDoesNotStopTheOthers() throws IOException {
    ReportWriter tee =
        ReportWriters.tee(List.of(new Fake("full", true, "record"), new Fake("ok", true, "")));
    tee.record(CLEAN);
    tee.record(CLEAN);

    assertThatThrownBy(() -> finish(tee)).isInstanceOf(IOException.class).hasMessage("full record");
    tee.close();
    assertThat(log)
        .containsExactly(
            "full record", "full close", "ok record", "ok record", "ok finish", "ok close");
  }

  @Test
  void everyFailureIsTold() throws IOException {
    ReportWriter tee =
        ReportWriters.tee(List.of(new Fake("a", true, "finish"), new Fake("b", true, "finish")));

    assertThatThrownBy(() -> finish(tee))
        .hasMessage("a finish")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  private static void finish(ReportWriter writer) throws IOException {
    writer.finish(null, Map.of());
  }

  /** Writes down what it is asked, and fails at one of it. */
  private final class Fake implements ReportWriter {
    private final String name;
    private final boolean every;
    private final String failing;

    Fake(String name, boolean every, String failing) {
      this.name = name;
      this.every = every;
      this.failing = failing;
    }

    @Override
    public boolean wantsEveryRecord() {
      return every;
    }

    @Override
    public void record(RecordVerdict record) throws IOException {
      call("record");
    }

    @Override
    public void unscanned(Unscanned unscanned) throws IOException {
      call("unscanned");
    }

    @Override
    public void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
      call("finish");
    }

    @Override
    public void close() throws IOException {
      call("close");
    }

    private void call(String what) throws IOException {
      log.add(name + " " + what);
      if (what.equals(failing)) {
        throw new IOException(name + " " + what);
      }
    }
  }
}
