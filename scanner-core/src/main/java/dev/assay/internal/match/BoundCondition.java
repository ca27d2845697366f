package dev.assay.internal.match;

import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** A condition whose words and literals have their numbers: ready to be held against a scan. */
sealed interface BoundCondition {
  /** Whether it holds in the scope that was scanned last. */
  boolean holds(TextScanner scan, TextScope scope);

  /** Where it holds, for evidence; null if it does not, or Lucene cannot say where. */
  @Nullable Span where(TextScanner scan, TextScope scope);

  /** Words, one after the other. */
  record Words(int[] terms, char @Nullable [][] raw, int pivot) implements BoundCondition {
    @Override
    public boolean holds(TextScanner scan, TextScope scope) {
      return terms.length == 1 && raw == null
          ? scan.stands(terms[0], scope)
          : scan.phrase(this, scope, false) != null;
    }

    @Override
    public @Nullable Span where(TextScanner scan, TextScope scope) {
      return scan.phrase(this, scope, true);
    }
  }

  /** A literal at its place in a word. */
  record Affix(int atom) implements BoundCondition {
    @Override
    public boolean holds(TextScanner scan, TextScope scope) {
      return scan.seen(atom, scope);
    }

    @Override
    public @Nullable Span where(TextScanner scan, TextScope scope) {
      return scan.word(atom, scope);
    }
  }

  /** Conditions joined. */
  record Bool(BoundCondition[] must, BoundCondition[] should, BoundCondition[] mustNot, int least)
      implements BoundCondition {
    @Override
    public boolean holds(TextScanner scan, TextScope scope) {
      for (BoundCondition condition : must) {
        if (!condition.holds(scan, scope)) {
          return false;
        }
      }
      int met = 0;
      for (int i = 0; i < should.length && met < least; i++) {
        met += should[i].holds(scan, scope) ? 1 : 0;
      }
      return met >= least && noneOf(mustNot, scan, scope);
    }

    private static boolean noneOf(BoundCondition[] conditions, TextScanner scan, TextScope scope) {
      for (BoundCondition condition : conditions) {
        if (condition.holds(scan, scope)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public @Nullable Span where(TextScanner scan, TextScope scope) {
      Span first = Span.first(must, scan, scope);
      return first == null ? Span.first(should, scan, scope) : first;
    }
  }

  /** What Lucene decides. */
  record Other(Query query) implements BoundCondition {
    @Override
    public boolean holds(TextScanner scan, TextScope scope) {
      return scan.lucene().matches(query, scan.text(), scope);
    }

    @Override
    public @Nullable Span where(TextScanner scan, TextScope scope) {
      return null;
    }
  }
}
