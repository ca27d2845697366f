package dev.assay.architecture.internal.match;

import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Is where Lucene belongs. */
public final class LuceneInside {
  public Query query() {
    return new MatchAllDocsQuery();
  }
}
