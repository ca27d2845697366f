package dev.assay.internal.match;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Holds queries that did not compile against one text at a time. Slow, so for candidates alone. */
final class LuceneFallback {
  private final Analyzer analyzer = WordAnalyzer.both();
  private final MemoryIndex index = new MemoryIndex();
  private @Nullable String indexedText;
  private int indexedStart;
  private int indexedEnd;

  boolean matches(Query query, String text, TextScope scope) {
    if (!text.equals(indexedText) || indexedStart != scope.start() || indexedEnd != scope.end()) {
      index(text, scope);
    }
    return index.search(query) > 0;
  }

  private void index(String text, TextScope scope) {
    indexedText = null;
    index.reset();
    String scoped = text.substring(scope.start(), scope.end());
    index.addField(WordAnalyzer.TEXT, scoped, analyzer);
    index.addField(WordAnalyzer.RAW, scoped, analyzer);
    indexedText = text;
    indexedStart = scope.start();
    indexedEnd = scope.end();
  }

  /** Lets go of the text. */
  void clear() {
    if (indexedText != null) {
      indexedText = null;
      index.reset();
    }
  }
}
