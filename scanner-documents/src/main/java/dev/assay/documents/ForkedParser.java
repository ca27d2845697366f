package dev.assay.documents;

import dev.assay.documents.wire.Answer;
import dev.assay.documents.wire.Job;
import dev.assay.source.DocumentParser;
import dev.assay.source.DocumentParserProvider.Limits;
import dev.assay.source.DocumentReader;
import dev.assay.source.DocumentType;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has documents parsed by one process after the other: a process serves until a document ends it,
 * takes too long, or has served its number, so that what one document left in its memory does not
 * stay for ever.
 */
final class ForkedParser implements DocumentParser {
  private static final int DOCUMENTS_PER_PROCESS = 500;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Limits limits;
  private @Nullable ParserProcess process;
  private @Nullable Reading reading;

  ForkedParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public DocumentReader read(Path file, DocumentType type) throws IOException {
    Reading before = reading;
    if (before != null) {
      before.close();
    }
    ParserProcess used = process;
    if (used == null || !used.isAlive() || used.jobs() >= DOCUMENTS_PER_PROCESS) {
      close();
      used = ParserProcess.start(limits.heapMegabytes());
      process = used;
      awaitStart(used);
    }
    used.send(new Job(file.toAbsolutePath(), type, limits.maxCharacters(), limits.maxDepth()));
    Reading opened = new Reading(used);
    reading = opened;
    return opened;
  }

  /** Starting takes none of a document's time. */
  private void awaitStart(ParserProcess started) throws IOException {
    String why;
    try {
      Answer answer = started.poll(START_LIMIT.toNanos());
      if (answer != null && answer.kind() == Answer.Kind.READY) {
        return;
      }
      why = "within " + START_LIMIT.toSeconds() + " seconds";
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the scan was interrupted");
    } catch (ParserProcess.EndedException e) {
      why = "with " + limits.heapMegabytes() + " MiB of memory (" + e.getMessage() + ")";
    }
    close();
    throw new SourceException(
        "was not parsed: the process that parses documents did not start "
            + why
            + "; documents.heap-mb sets its memory");
  }

  @Override
  public void close() {
    ParserProcess ended = process;
    process = null;
    reading = null;
    if (ended != null) {
      ended.kill();
    }
  }

  /** The answers to one job. */
  private final class Reading implements DocumentReader {
    private final ParserProcess from;
    private long nanosLeft = limits.timeout().toNanos();
    private boolean ended;

    Reading(ParserProcess from) {
      this.from = from;
    }

    @Override
    public @Nullable Passage next() throws IOException {
      if (ended) {
        return null;
      }
      Answer answer = answer();
      ended = answer.last();
      return switch (answer.kind()) {
        case PASSAGE -> new Passage(Places.clean(answer.place()), answer.text(), true);
        case GAP ->
            new Passage(Places.clean(answer.place()), Places.sentence(answer.text()), false);
        case FAILURE -> throw new SourceException(Places.sentence(answer.text()));
        case END -> null;
        case READY -> throw new SourceException("was given up: its parser spoke out of turn");
      };
    }

    /** Only the time that the scan waits counts, so that slow judging fails no document. */
    private Answer answer() throws IOException {
      long before = System.nanoTime();
      Answer answer;
      try {
        answer = from.poll(nanosLeft);
      } catch (InterruptedException e) {
        giveUp();
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the scan was interrupted");
      } catch (ParserProcess.EndedException e) {
        giveUp();
        throw new SourceException(e.why(limits.heapMegabytes()), e);
      }
      nanosLeft -= System.nanoTime() - before;
      if (answer == null) {
        giveUp();
        throw new SourceException(
            "was not parsed within "
                + seconds(limits.timeout().toMillis())
                + ", and its parser was stopped; documents.timeout-ms sets the limit. Look at the"
                + " file before you use it");
      }
      return answer;
    }

    private void giveUp() {
      ended = true;
      ForkedParser.this.close();
    }

    @Override
    public void close() {
      if (!ended) {
        giveUp();
      }
    }
  }

  private static String seconds(long millis) {
    long seconds = TimeUnit.MILLISECONDS.toSeconds(millis);
    return seconds * 1000 == millis
        ? seconds + (seconds == 1 ? " second" : " seconds")
        : millis + " ms";
  }
}
