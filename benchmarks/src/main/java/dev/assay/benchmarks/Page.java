package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Markdown page with figures between marks, so that they can be measured anew. */
final class Page {
  private Page() {}

  /**
   * Replaces the lines between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}.
   *
   * @throws IOException if the page cannot be read or written, or has no such marks
   */
  static void replace(Path page, String name, List<String> lines) throws IOException {
    List<String> old = Files.readAllLines(page);
    int begin = old.indexOf("<!-- begin " + name + " -->");
    int end = old.indexOf("<!-- end " + name + " -->");
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no marks begin and end " + name);
    }
    List<String> written = new ArrayList<>(old.subList(0, begin + 1));
    written.addAll(lines);
    written.addAll(old.subList(end, old.size()));
    Files.write(page, written);
  }
}
