package dev.assay;

import dev.assay.internal.match.QueryException;
import dev.assay.internal.match.index.IndexException;
import dev.assay.internal.match.index.RecordIndexReader;
import dev.assay.internal.report.FoundText;
import dev.assay.internal.scan.IndexMining;
import dev.assay.internal.scan.ToolVersion;
import dev.assay.search.FoundRecord;
import dev.assay.search.IndexFacts;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * An index of a scanned set, made by a scan whose configuration names one: finds records by what
 * they say and by what was said of them, and mines triggers again, without the data or the rules.
 *
 * <p>Queries are Lucene's: words, {@code "phrases"}, {@code word*}, {@code AND}, {@code OR}, {@code
 * NOT}, parentheses, and fields such as {@code rule:py-sql-injection}; what stands side by side
 * must all hold. {@code *} finds every record. For one thread.
 */
public final class RecordIndex implements AutoCloseable {
  /** Finds every record. */
  public static final String EVERYTHING = "*";

  private final Path folder;
  private final RecordIndexReader index;

  private RecordIndex(Path folder, RecordIndexReader index) {
    this.folder = folder;
    this.index = index;
  }

  /**
   * Opens an index.
   *
   * @throws ScanException if there is none, or it was made by another version of Assay, or is
   *     damaged
   */
  public static RecordIndex open(Path folder) throws ScanException {
    try {
      return new RecordIndex(folder, RecordIndexReader.open(folder, ToolVersion.read()));
    } catch (IndexException e) {
      throw told(e);
    }
  }

  /** What is known of it as a whole. */
  public IndexFacts facts() {
    return index.facts();
  }

  /**
   * How many records a query finds.
   *
   * @throws ScanException if the query cannot be used, or the index is damaged
   */
  public long count(String query) throws ScanException {
    return told(() -> index.count(query));
  }

  /**
   * Hands over the records that a query finds, as they stand in the dataset.
   *
   * @param limit how many at most, from 0
   * @throws ScanException if the query cannot be used, or the index is damaged
   */
  public void search(String query, long limit, Consumer<FoundRecord> taker) throws ScanException {
    told(
        () -> {
          index.search(
              query, limit, (record, place) -> taker.accept(FoundText.found(record, place)));
          return limit;
        });
  }

  /**
   * Mines triggers as a scan does, among the records that a query finds.
   *
   * @return the clusters, worst first; of places in the data only files, rows and lines are known
   * @throws ScanException if the query cannot be used, or the index is damaged
   */
  public List<TriggerCluster> triggers(String query) throws ScanException {
    return told(() -> new IndexMining(index).triggers(query));
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T told(Work<T> work) throws ScanException {
    try {
      return work.run();
    } catch (QueryException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw told(RecordIndexReader.damaged(folder, e));
    }
  }

  private static ScanException told(IndexException e) {
    String message = String.valueOf(e.getMessage());
    return e.usage() ? ScanException.usage(message, e) : ScanException.broken(message, e);
  }

  @Override
  public void close() throws ScanException {
    try {
      index.close();
    } catch (IOException e) {
      throw told(RecordIndexReader.damaged(folder, e));
    }
  }
}
