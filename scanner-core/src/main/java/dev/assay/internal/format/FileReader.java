package dev.assay.internal.format;

import dev.assay.internal.archive.ArchiveKind;
import dev.assay.internal.source.DocumentNames;
import dev.assay.internal.source.IoMessages;
import dev.assay.internal.source.StoredInput;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import dev.assay.source.DocumentType;
import dev.assay.source.TableFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one file: opens it, finds out its format, and turns failures into what is
 * unscanned.
 */
final class FileReader implements ChunkReader {
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  private final DataFile file;
  private final ReadOptions options;
  private volatile @Nullable StoredInput stored;
  private volatile @Nullable RowSource source;
  private @Nullable String sha256;
  private long rowsRead;
  private boolean ended;

  FileReader(DataFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  @Override
  public @Nullable Chunk next() {
    if (ended) {
      return null;
    }
    try {
      RowSource rows = source;
      if (rows == null) {
        rows = open();
        source = rows;
      }
      RowChunk chunk = rows.next();
      if (chunk == null) {
        return atEnd();
      }
      if (rowsRead == 0) {
        FirstLook.requireKnownSchema(chunk, options);
      }
      rowsRead += chunk.rows();
      return chunk;
    } catch (IOException e) {
      ended = true;
      return problem(e);
    }
  }

  private RowSource open() throws IOException {
    StoredInput opened = StoredInput.open(file, options.digested());
    stored = opened;
    byte[] head = opened.head(TableFormat.HEAD);
    DocumentType document = documentType(head);
    if (document != null) {
      return new DocumentRows(file, options, opened, document);
    }
    if (ArchiveKind.ofHead(head) != null) {
      throw new UnreadableFileException(
          "is an archive, which is not unpacked here: name it itself, without --since or --merge",
          0);
    }
    String table = TableFormats.kind(head);
    return table == null
        ? TextRows.open(file.uri(), options, opened)
        : new TableRows(file, options, opened, TableFormats.of(head, table));
  }

  /** By its name, since Word files and books are zip files like others; a PDF by its content. */
  private @Nullable DocumentType documentType(byte[] head) {
    DocumentType named = DocumentNames.typeOf(file.uri());
    boolean pdf =
        head.length >= PDF.length && Arrays.equals(head, 0, PDF.length, PDF, 0, PDF.length);
    return named == null && pdf ? DocumentType.PDF : named;
  }

  private @Nullable Chunk atEnd() throws IOException {
    ended = true;
    RowSource rows = source;
    if (rows != null) {
      sha256 = rows.finish();
    }
    DataFile.Pin pin = file.pin();
    if (pin != null && sha256 != null && !sha256.equals(pin.sha256())) {
      return new ProblemChunk(
          new Unscanned(Unscanned.Kind.FILE, file.uri(), 0, 0, "The file " + pin.differs() + "."));
    }
    return rowsRead > 0 || (rows != null && rows.mayBeEmpty())
        ? null
        : new ProblemChunk(
            new Unscanned(Unscanned.Kind.FILE, file.uri(), 0, 0, "The file holds no records."));
  }

  private ProblemChunk problem(IOException e) {
    long line = e instanceof UnreadableFileException broken ? broken.line() : 0;
    String what =
        e instanceof UnreadableFileException ? String.valueOf(e.getMessage()) : IoMessages.of(e);
    String read =
        rowsRead == 0
            ? ""
            : " " + rowsRead + (rowsRead == 1 ? " record was" : " records were") + " read before.";
    return new ProblemChunk(
        new Unscanned(Unscanned.Kind.FILE, file.uri(), 0, line, "The file " + what + "." + read));
  }

  @Override
  public long bytesRead() {
    RowSource rows = source;
    StoredInput input = stored;
    if (rows != null) {
      return rows.bytesRead();
    }
    return input == null ? 0 : input.bytesRead();
  }

  @Override
  public @Nullable String sha256() {
    return sha256;
  }

  @Override
  public String format() {
    RowSource rows = source;
    return rows == null ? "" : rows.format();
  }

  @Override
  public void close() {
    ended = true;
    Closeable opened = source == null ? stored : source;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        // Everything that was wanted has been read; a failing close loses nothing.
        return;
      }
    }
  }
}
