package dev.assay.cli;

import dev.assay.report.ScanProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a scan is, with its rate and the time left, where somebody watches. */
final class ProgressLine implements ScanProgress, AutoCloseable {
  private static final int WIDTH = 79;
  private final @Nullable PrintStream stream;
  private @Nullable ProgressBar bar;

  private ProgressLine(@Nullable PrintStream stream) {
    this.stream = stream;
  }

  static ProgressLine on(Terminal terminal) {
    return new ProgressLine(terminal.interactive() ? terminal.err() : null);
  }

  @Override
  public void at(String uri, long bytesDone, long bytesTotal, long records) {
    if (stream == null) {
      return;
    }
    ProgressBar shown = bar;
    if (shown == null) {
      shown = start(stream, bytesTotal);
      bar = shown;
    }
    shown.stepTo(bytesDone);
    shown.setExtraMessage(" " + records + " records");
  }

  private static ProgressBar start(PrintStream stream, long total) {
    return new ProgressBarBuilder()
        .setTaskName("scanning")
        .setInitialMax(total)
        .setUnit(" MB", 1_000_000)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
        .showSpeed()
        .clearDisplayOnFinish()
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
