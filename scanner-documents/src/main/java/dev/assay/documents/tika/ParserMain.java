package dev.assay.documents.tika;

import dev.assay.documents.wire.Answer;
import dev.assay.documents.wire.Job;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that parses: takes jobs from standard input, one after the other, and answers on
 * standard output. It ends when standard input does, whatever it is doing.
 */
public final class ParserMain {
  private ParserMain() {}

  /** Takes jobs until there are none. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // What a library prints must not stand between answers.
    System.setOut(System.err);
    new Answer(Answer.Kind.READY, "", "").write(out);
    out.flush();
    BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    Thread listener = new Thread(() -> listen(jobs), "jobs");
    listener.setDaemon(true);
    listener.start();
    while (true) {
      new Parsing(jobs.take(), out).run();
    }
  }

  private static void listen(BlockingQueue<Job> jobs) {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
      while (true) {
        jobs.put(Job.read(in));
      }
    } catch (IOException | InterruptedException e) {
      // Whoever wanted answers is gone.
      Runtime.getRuntime().halt(0);
    }
  }
}
