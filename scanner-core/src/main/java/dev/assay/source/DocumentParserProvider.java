package dev.assay.source;

import java.time.Duration;

/**
 * Opens parsers of documents. Providers are found with {@link java.util.ServiceLoader}, so that a
 * module on the class path adds documents without the library knowing it.
 *
 * <p>Implementations are stateless and may be used by several threads.
 */
public interface DocumentParserProvider {
  /**
   * Opens a parser. What is expensive waits for the first document.
   *
   * @param limits how much of a document is parsed
   */
  DocumentParser open(Limits limits);

  /**
   * How much of one document is parsed; at a limit the document is in error, and what was read
   * before is good.
   *
   * @param maxCharacters of text, UTF-16 units
   * @param maxDepth how many documents may lie in one another; at 1 attachments are not read
   * @param timeout how long the scan waits for the parser, all waiting for a document together
   * @param heapMegabytes memory of the parser, in MiB
   */
  record Limits(long maxCharacters, int maxDepth, Duration timeout, int heapMegabytes) {
    public Limits {
      if (maxCharacters < 1 || maxDepth < 1 || timeout.toMillis() < 1 || heapMegabytes < 1) {
        throw new IllegalArgumentException("limits of documents are at least 1");
      }
    }
  }
}
