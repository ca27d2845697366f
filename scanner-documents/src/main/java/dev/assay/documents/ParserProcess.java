package dev.assay.documents;

import dev.assay.documents.wire.Answer;
import dev.assay.documents.wire.Job;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java process that parses. It knows nothing of the scan: no variables of its environment, and a
 * folder for temporary files that goes with it. It ends by itself when the pipe to it closes, so
 * that it outlives no scan, however that ends.
 */
final class ParserProcess {
  private static final String MAIN = "dev.assay.documents.tika.ParserMain";

  /** What HotSpot ends with if it is told to end when memory runs out. */
  private static final int OUT_OF_MEMORY = 3;

  /** So many passages may wait for the scan; the parser then waits too. */
  private static final int AHEAD = 8;

  private static final long EXIT_MILLIS = 5_000;

  private final Process process;
  private final Path folder;
  private final DataOutputStream jobs;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(AHEAD);
  private final Thread pump;
  private int jobCount;

  /** An answer, or null if there are no more. */
  private record Event(@Nullable Answer answer) {}

  private ParserProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.pump = new Thread(this::pump, "assay-documents");
    pump.setDaemon(true);
  }

  static ParserProcess start(int heapMegabytes) throws IOException {
    Path folder = Files.createTempDirectory("assay-documents");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  ParserRuntime.java(),
                  "-Xmx" + heapMegabytes + "m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-Xlog:disable",
                  "-Djava.awt.headless=true",
                  "-Djava.io.tmpdir=" + folder,
                  "-cp",
                  ParserRuntime.classPath(),
                  MAIN));
      builder.environment().keySet().removeIf(name -> !ParserRuntime.isNeeded(name));
      builder.directory(folder.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      ParserProcess started = new ParserProcess(builder.start(), folder);
      started.pump.start();
      return started;
    } catch (IOException | RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How many documents it was given. */
  int jobs() {
    return jobCount;
  }

  void send(Job job) throws IOException {
    jobCount++;
    try {
      job.write(jobs);
    } catch (IOException e) {
      // It has just ended; whoever waits for the answer is told how.
      return;
    }
  }

  /**
   * The next answer, or null if none comes in time.
   *
   * @throws EndedException if the process has ended
   */
  @Nullable Answer poll(long nanos) throws InterruptedException, EndedException {
    Event event = events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    if (event == null) {
      return null;
    }
    Answer answer = event.answer();
    if (answer == null) {
      boolean exited = process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS);
      throw new EndedException(exited ? process.exitValue() : 0);
    }
    return answer;
  }

  private void pump() {
    try {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
        while (true) {
          events.put(new Event(Answer.read(in)));
        }
      } catch (IOException e) {
        events.put(new Event(null));
      }
    } catch (InterruptedException e) {
      // Nobody waits for answers any more.
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it at once, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    pump.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS);
      jobs.close();
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IOException e) {
      // The pipe of a process that is gone may fail to close; nothing is lost with it.
    }
    delete(folder);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // Left to the system, which empties the folder of temporary files.
      folder.toFile().deleteOnExit();
    }
  }

  /** The process is gone. */
  static final class EndedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    EndedException(int exitCode) {
      super("exit code " + exitCode);
      this.exitCode = exitCode;
    }

    /** To follow the document's name in a sentence. */
    String why(int heapMegabytes) {
      return exitCode == OUT_OF_MEMORY
          ? "needs more than "
              + heapMegabytes
              + " MiB of memory to parse, and its parser ended; documents.heap-mb sets the limit."
              + " Look at the file before you use it"
          : "ended its parser ("
              + getMessage()
              + "), so it was not scanned. Look at the file before you use it";
    }
  }
}
