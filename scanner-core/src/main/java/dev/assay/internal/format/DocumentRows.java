package dev.assay.internal.format;

import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.source.StoredInput;
import dev.assay.source.DataFile;
import dev.assay.source.DocumentReader;
import dev.assay.source.DocumentReader.Passage;
import dev.assay.source.DocumentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a document. What is parsed is always a copy: its bytes are those whose digest is
 * reported, whatever happens to the file meanwhile.
 */
final class DocumentRows implements RowSource {
  private final DataFile file;
  private final ReadOptions options;
  private final StoredInput stored;
  private final DocumentType type;
  private final RowFormat rowFormat = new PassageRows();
  private @Nullable Path copy;
  private @Nullable DocumentReader reader;
  private @Nullable IOException failure;
  private long rowCount;
  private boolean ended;

  DocumentRows(DataFile file, ReadOptions options, StoredInput stored, DocumentType type) {
    this.file = file;
    this.options = options;
    this.stored = stored;
    this.type = type;
  }

  @Override
  public @Nullable RowChunk next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Rows rows = new Rows();
    try {
      fill(bytes, rows);
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
    if (rows.count() == 0) {
      if (failure != null) {
        throw failure;
      }
      return null;
    }
    long firstRow = rowCount + 1;
    rowCount += rows.count();
    return new RowChunk(
        file.uri(), rowFormat, bytes.toByteArray(), -1, rows, firstRow, options.maxRecordBytes());
  }

  private void fill(ByteArrayOutputStream bytes, Rows rows) throws IOException {
    if (ended) {
      return;
    }
    DocumentReader opened = reader;
    if (opened == null) {
      opened = open();
      reader = opened;
    }
    while (bytes.size() < options.chunkBytes()) {
      Passage passage = opened.next();
      if (passage == null) {
        ended = true;
        return;
      }
      byte[] row = PassageRows.row(passage);
      boolean tooLong = row.length > options.maxRecordBytes();
      int start = tooLong ? Rows.TOO_LONG : bytes.size();
      if (!tooLong) {
        bytes.writeBytes(row);
      }
      rows.add(start, bytes.size(), Rows.NO_LINE, 0);
    }
  }

  private DocumentReader open() throws IOException {
    Path spooled = stored.spoolPlain(options.documents().maxBytes(), "documents.max-bytes");
    copy = spooled;
    try (InputStream in = Files.newInputStream(spooled)) {
      byte[] head = in.readNBytes(TextRows.LFS_POINTER_LENGTH);
      TextRows.requireData(head, head.length);
    }
    return options.documents().read(spooled, type);
  }

  @Override
  public String format() {
    return type.id();
  }

  @Override
  public long bytesRead() {
    return stored.bytesRead();
  }

  @Override
  public @Nullable String finish() throws IOException {
    return stored.finishDigest();
  }

  @Override
  @SuppressWarnings("try")
  public void close() throws IOException {
    try (StoredInput first = stored;
        DocumentReader second = reader) {
      // Closed in the opposite order, each whatever the others do.
    } finally {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    }
  }

  /** A row is a place, a byte that says whether a text follows or why there is none, and that. */
  private static final class PassageRows implements RowFormat {
    private static final byte TEXT = 0;
    private static final byte PROBLEM = 1;

    static byte[] row(Passage passage) {
      byte[] place = passage.place().getBytes(StandardCharsets.UTF_8);
      byte[] text = passage.text().getBytes(StandardCharsets.UTF_8);
      byte[] row = new byte[place.length + 1 + text.length];
      System.arraycopy(place, 0, row, 0, place.length);
      row[place.length] = passage.readable() ? TEXT : PROBLEM;
      System.arraycopy(text, 0, row, place.length + 1, text.length);
      return row;
    }

    @Override
    public RowDecoder newDecoder() {
      PlainText plain = new PlainText();
      return (bytes, start, end) -> {
        int mark = start;
        while (bytes[mark] != TEXT && bytes[mark] != PROBLEM) {
          mark++;
        }
        if (bytes[mark] == PROBLEM) {
          throw PlainText.nothingThere(bytes, mark + 1, end);
        }
        String place = new String(bytes, start, mark - start, StandardCharsets.UTF_8);
        return plain.turns(bytes, mark + 1, end, PlainText.PLACE + place);
      };
    }

    @Override
    public ValueLocator locator() {
      return PlainText.LOCATOR;
    }

    @Override
    public void count(byte[] bytes, int start, int end, KeyCensus census) {
      // A passage has no keys.
    }
  }
}
