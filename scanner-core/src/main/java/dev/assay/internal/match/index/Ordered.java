package dev.assay.internal.match.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntroSorter;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the order in which their records were read, whatever thread added them. Twelve bytes
 * for each.
 */
final class Ordered extends SimpleCollector {
  private long[] orders = new long[64];
  private int[] documents = new int[64];
  private int size;
  private int base;
  private @Nullable NumericDocValues values;

  private Ordered() {}

  static int[] documents(IndexSearcher searcher, Query query) throws IOException {
    Ordered ordered = new Ordered();
    searcher.search(query, ordered);
    ordered.sort();
    return ArrayUtil.copyOfSubArray(ordered.documents, 0, ordered.size);
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    base = context.docBase;
    values = context.reader().getNumericDocValues(RecordFields.ORDER);
  }

  @Override
  public void collect(int document) throws IOException {
    NumericDocValues places = values;
    if (places == null || !places.advanceExact(document)) {
      throw new IOException("a record in it has no place");
    }
    orders = ArrayUtil.grow(orders, size + 1);
    documents = ArrayUtil.grow(documents, size + 1);
    orders[size] = places.longValue();
    documents[size++] = base + document;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private void sort() {
    new IntroSorter() {
      private long pivot;

      @Override
      protected void setPivot(int i) {
        pivot = orders[i];
      }

      @Override
      protected int comparePivot(int j) {
        return Long.compare(pivot, orders[j]);
      }

      @Override
      protected int compare(int i, int j) {
        return Long.compare(orders[i], orders[j]);
      }

      @Override
      protected void swap(int i, int j) {
        long order = orders[i];
        orders[i] = orders[j];
        orders[j] = order;
        int document = documents[i];
        documents[i] = documents[j];
        documents[j] = document;
      }
    }.sort(0, size);
  }
}
