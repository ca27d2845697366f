package dev.assay.internal.match.index;

import dev.assay.internal.match.QueryException;
import dev.assay.internal.match.index.IndexedRecord.Span;
import dev.assay.record.Role;
import dev.assay.search.IndexFacts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;

/** Searches an index. For one thread. */
public final class RecordIndexReader implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final IndexFacts facts;

  private RecordIndexReader(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.facts = Facts.read(reader.getIndexCommit().getUserData());
  }

  /**
   * Opens an index.
   *
   * @param version of this Assay: an index of another one is not read
   * @throws IndexException if there is none that can be used
   */
  public static RecordIndexReader open(Path folder, String version) throws IndexException {
    if (!IndexFolder.holdsIndex(folder)) {
      throw IndexException.usage(
          folder + " is no index: make one with assay scan SOURCE... --index " + folder + ".");
    }
    Directory directory = null;
    DirectoryReader reader = null;
    try {
      // Not mapped into memory: a file that somebody cuts short would end the process.
      directory = new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
      reader = DirectoryReader.open(directory);
      String maker = Facts.maker(reader.getIndexCommit().getUserData());
      if (!Facts.maker(version).equals(maker)) {
        throw otherVersion(folder, maker, version);
      }
      return new RecordIndexReader(directory, reader);
    } catch (IndexFormatTooNewException | IndexFormatTooOldException e) {
      close(reader, directory);
      throw otherVersion(folder, null, version);
    } catch (IndexException e) {
      close(reader, directory);
      throw e;
    } catch (IOException | RuntimeException e) {
      close(reader, directory);
      throw damaged(folder, e);
    }
  }

  private static void close(@Nullable DirectoryReader reader, @Nullable Directory directory) {
    try (Directory first = directory;
        DirectoryReader second = reader) {
      // Closing them is all.
    } catch (IOException e) {
      // It was only read.
      return;
    }
  }

  private static IndexException otherVersion(Path folder, @Nullable String maker, String version) {
    return IndexException.usage(
        "The index "
            + folder
            + " was made by "
            + (maker == null ? "another version of Assay" : maker)
            + ", and this is "
            + Facts.maker(version)
            + ": scan again with --index, or use the Assay that made it.");
  }

  /** What can be said of an index that breaks off while it is read. */
  public static IndexException damaged(Path folder, Exception cause) {
    return IndexException.broken(
        "The index " + folder + " is damaged or cannot be read: scan again with --index.", cause);
  }

  /** What is known of it as a whole. */
  public IndexFacts facts() {
    return facts;
  }

  /** Takes what a search finds. */
  public interface Taker {
    /**
     * @param place what of its text to show; null where the query names no words of it
     */
    void take(IndexedRecord record, @Nullable Span place) throws IOException;
  }

  /**
   * How many records a query finds.
   *
   * @throws QueryException if the query cannot be used
   */
  public long count(String query) throws IOException {
    return limited(() -> (long) searcher.count(parse(query)));
  }

  /**
   * Hands over the records that a query finds, as they stand in the dataset.
   *
   * @param limit how many at most
   * @throws QueryException if the query cannot be used
   */
  public void search(String query, long limit, Taker taker) throws IOException {
    Query parsed = parse(query);
    Snippets snippets = limited(() -> new Snippets(parsed));
    each(parsed, limit, record -> taker.take(record, snippets.place(record)));
  }

  /** Takes records without regard to what was searched. */
  public interface Reader {
    void read(IndexedRecord record) throws IOException;
  }

  /**
   * Hands over the records that a query finds, as they stand in the dataset.
   *
   * @throws QueryException if the query cannot be used
   */
  public void each(String query, Reader taker) throws IOException {
    each(parse(query), Long.MAX_VALUE, taker);
  }

  private void each(Query query, long limit, Reader taker) throws IOException {
    int[] documents = limited(() -> Ordered.documents(searcher, query));
    StoredRecords stored = new StoredRecords(reader);
    for (int i = 0; i < documents.length && i < limit; i++) {
      taker.read(stored.record(documents[i]));
    }
  }

  private Query parse(String query) {
    FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
    List<String> spoken =
        Arrays.stream(Role.values())
            .map(RecordFields::of)
            .filter(field -> fields.fieldInfo(field) != null)
            .toList();
    return RecordQueries.read(query, spoken);
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T limited(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (IndexSearcher.TooManyClauses e) {
      throw RecordQueries.tooLong();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
