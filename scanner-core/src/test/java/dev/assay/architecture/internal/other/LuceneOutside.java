package dev.assay.architecture.internal.other;

import org.apache.lucene.search.MatchAllDocsQuery;

/** Uses Lucene where it does not belong. */
public final class LuceneOutside {
  MatchAllDocsQuery query = new MatchAllDocsQuery();
}
