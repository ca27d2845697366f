package dev.assay.internal.format;

import dev.assay.source.DocumentParser;
import dev.assay.source.DocumentParserProvider;
import dev.assay.source.DocumentParserProvider.Limits;
import dev.assay.source.DocumentReader;
import dev.assay.source.DocumentType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Who parses documents, and how much of them. The parser begins with the first document, serves
 * those after it, and ends when this is closed; a later document begins another. Used by one thread
 * at a time.
 */
public final class Documents implements Closeable {
  private static final long MAX_BYTES = 256L << 20;
  private static final long MAX_CHARACTERS = 50_000_000;
  private static final long MAX_DEPTH = 2;
  private static final long TIMEOUT_MILLIS = 60_000;
  private static final long HEAP_MEGABYTES = 512;

  private final long maxBytes;
  private final Limits limits;
  private @Nullable DocumentParser parser;

  private Documents(long maxBytes, Limits limits) {
    this.maxBytes = maxBytes;
    this.limits = limits;
  }

  /**
   * With the limits that the options {@code documents.max-bytes}, {@code documents.max-characters},
   * {@code documents.max-depth}, {@code documents.timeout-ms} and {@code documents.heap-mb} set.
   *
   * @throws IllegalArgumentException if one is no number of at least 1
   */
  public static Documents of(Map<String, String> options) {
    return new Documents(
        number(options, "documents.max-bytes", MAX_BYTES),
        new Limits(
            number(options, "documents.max-characters", MAX_CHARACTERS),
            small(options, "documents.max-depth", MAX_DEPTH),
            Duration.ofMillis(small(options, "documents.timeout-ms", TIMEOUT_MILLIS)),
            small(options, "documents.heap-mb", HEAP_MEGABYTES)));
  }

  private static long number(Map<String, String> options, String name, long standard) {
    String value = options.get(name);
    long number;
    try {
      number = value == null ? standard : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, not " + value, e);
    }
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return number;
  }

  private static int small(Map<String, String> options, String name, long standard) {
    return (int) Math.min(Integer.MAX_VALUE, number(options, name, standard));
  }

  /** How many bytes of a document are parsed at most, decompressed. */
  long maxBytes() {
    return maxBytes;
  }

  /** Begins to read a document. */
  DocumentReader read(Path file, DocumentType type) throws IOException {
    DocumentParser used = parser;
    if (used == null) {
      used = provider(type).open(limits);
      parser = used;
    }
    return used.read(file, type);
  }

  private static DocumentParserProvider provider(DocumentType type) throws UnreadableFileException {
    try {
      for (DocumentParserProvider provider :
          ServiceLoader.load(DocumentParserProvider.class, Documents.class.getClassLoader())) {
        return provider;
      }
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException("the parser of documents cannot be loaded", e);
    }
    throw new UnreadableFileException(
        "is a document ("
            + type.id().toUpperCase(Locale.ROOT)
            + "), which nothing here reads: add dev.assay:scanner-documents to the class path, or"
            + " convert it to text",
        0);
  }

  @Override
  public void close() {
    DocumentParser used = parser;
    parser = null;
    if (used != null) {
      used.close();
    }
  }
}
