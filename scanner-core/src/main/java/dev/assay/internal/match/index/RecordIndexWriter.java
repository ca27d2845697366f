package dev.assay.internal.match.index;

import dev.assay.internal.match.index.IndexedRecord.Judged;
import dev.assay.search.IndexFacts;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * Writes an index while records are judged. Several threads may add; one opens, finishes and
 * closes. Until it is finished nothing stands in its place, and closing it unfinished, or the end
 * of the process, removes what was written.
 */
public final class RecordIndexWriter implements Closeable {
  /** Beyond so much, what was added goes to the disk. */
  private static final double BUFFER_MB = 48;

  private final IndexFolder folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final Thread onExit = new Thread(this::discard, "assay-index-discard");
  private final ThreadLocal<RecordCodec> codecs = ThreadLocal.withInitial(RecordCodec::new);
  private volatile boolean closed;

  /** Carries an {@link IndexException} out of a judge's thread. */
  public static final class Failure extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    Failure(IndexException cause) {
      super(cause);
    }
  }

  private RecordIndexWriter(IndexFolder folder) throws IOException {
    this.folder = folder;
    // Nobody else knows the folder's passing name.
    this.directory = new NIOFSDirectory(folder.passing(), NoLockFactory.INSTANCE);
    IndexWriterConfig config =
        new IndexWriterConfig(new RecordAnalyzer())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(BUFFER_MB)
            .setCommitOnClose(false)
            .setUseCompoundFile(false);
    this.writer = new IndexWriter(directory, config);
  }

  /**
   * Begins an index.
   *
   * @throws IndexException if it cannot be written there
   */
  public static RecordIndexWriter begin(Path place) throws IndexException {
    IndexFolder folder = IndexFolder.begin(place);
    try {
      RecordIndexWriter writer = new RecordIndexWriter(folder);
      Runtime.getRuntime().addShutdownHook(writer.onExit);
      return writer;
    } catch (IOException | IllegalStateException e) {
      folder.discard();
      throw folder.failed(e instanceof IOException io ? io : new IOException(e));
    }
  }

  /**
   * Adds a record.
   *
   * @param order places it among the others: as they were read
   * @throws Failure if it cannot be written
   */
  public void add(long order, IndexedRecord record) {
    if (closed) {
      return;
    }
    try {
      writer.addDocument(document(order, record));
    } catch (AlreadyClosedException e) {
      if (!closed) {
        throw new Failure(folder.failed(new IOException(e)));
      }
      // The scan broke off; what is still being judged is of no matter.
    } catch (IOException e) {
      throw new Failure(folder.failed(e));
    }
  }

  private Document document(long order, IndexedRecord record) throws IOException {
    return RecordFields.document(order, record, codecs.get().encode(record));
  }

  /** What became of a record once the whole set was known. */
  public record Revision(String uri, long row, Judged judged) {}

  /**
   * Judges records anew that were added before.
   *
   * @throws IndexException if it cannot be written
   */
  public void revise(Iterable<Revision> revisions) throws IndexException {
    if (!revisions.iterator().hasNext()) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      StoredRecords stored = new StoredRecords(reader);
      for (Revision revision : revisions) {
        Query place = RecordFields.place(revision.uri(), revision.row());
        for (ScoreDoc hit : searcher.search(place, 1).scoreDocs) {
          IndexedRecord now = stored.record(hit.doc).with(revision.judged());
          if (writer.tryDeleteDocument(reader, hit.doc) < 0) {
            writer.deleteDocuments(place);
          }
          writer.addDocument(document(stored.order(hit.doc), now));
        }
      }
    } catch (AlreadyClosedException e) {
      throw folder.failed(new IOException(e));
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  /**
   * Completes the index and puts it in its place.
   *
   * @throws IndexException if it cannot be written
   */
  public void finish(IndexFacts facts) throws IndexException {
    try {
      Map<String, String> data = new HashMap<>(Facts.written(facts));
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
      writer.close();
      directory.close();
      folder.publish();
      closed = true;
      forget();
    } catch (AlreadyClosedException e) {
      throw folder.failed(new IOException(e));
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  /** Removes what was written unless it was finished. */
  @Override
  public void close() {
    if (!closed) {
      discard();
      forget();
    }
  }

  private void discard() {
    closed = true;
    try {
      writer.rollback();
      directory.close();
    } catch (IOException | AlreadyClosedException e) {
      // It goes anyway.
    } finally {
      folder.discard();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The process is ending and the hook at work.
      return;
    }
  }
}
