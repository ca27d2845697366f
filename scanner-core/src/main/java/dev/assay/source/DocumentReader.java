package dev.assay.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The text of a document, from its first passage to its last. For one thread. */
public interface DocumentReader extends Closeable {
  /**
   * The next passage, or null at the end.
   *
   * @throws SourceException if the document is damaged, over a limit, or ended its parser; says
   *     what to do. Passages before it are good.
   * @throws IOException if it cannot be read for another reason
   */
  @Nullable Passage next() throws IOException;

  @Override
  void close();

  /**
   * A page, a section, or some paragraphs; or one of them that cannot be read.
   *
   * @param place where it is, in words for people, such as {@code page 3}; without control
   *     characters
   * @param text what it says; or, if it is not readable, why, to follow "The record" in a sentence
   *     without its full stop
   * @param readable whether there is any text
   */
  record Passage(String place, String text, boolean readable) {}
}
