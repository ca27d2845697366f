package dev.assay.internal.match.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** What an index holds of its documents, by their numbers. For one thread. */
final class StoredRecords {
  private final List<LeafReaderContext> leaves;
  private final StoredFields stored;

  StoredRecords(IndexReader reader) throws IOException {
    this.leaves = reader.leaves();
    this.stored = reader.storedFields();
  }

  IndexedRecord record(int document) throws IOException {
    BytesRef data = stored.document(document).getBinaryValue(RecordFields.DATA);
    if (data == null) {
      throw new IOException("a record in it is missing");
    }
    return RecordCodec.decode(data);
  }

  long order(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues values = leaf.reader().getNumericDocValues(RecordFields.ORDER);
    if (values == null || !values.advanceExact(document - leaf.docBase)) {
      throw new IOException("a record in it has no place");
    }
    return values.longValue();
  }
}
