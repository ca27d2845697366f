package dev.assay.internal.match;

import java.util.Arrays;
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

  /**
   * Conditions joined.
   *
   * @param rarest those that must hold, the one that holds least often first
   * @param words of the conditions of which one is enough, those that are a word, whatever its case
   * @param others the rest of them; all of them where one is not enough
   * @param known for each of the rest a word that stands where it holds; null where not all have
   *     one
   */
  record Bool(
      BoundCondition[] must,
      BoundCondition[] rarest,
      BoundCondition[] should,
      int[] words,
      BoundCondition[] others,
      int @Nullable [] known,
      BoundCondition[] mustNot,
      int least)
      implements BoundCondition {

    static Bool of(
        BoundCondition[] must,
        BoundCondition[] rarest,
        BoundCondition[] should,
        BoundCondition[] mustNot,
        int least) {
      int[] words = least == 1 ? words(should) : new int[0];
      BoundCondition[] others =
          least == 1
              ? Arrays.stream(should)
                  .filter(condition -> word(condition) < 0)
                  .toArray(BoundCondition[]::new)
              : should;
      return new Bool(must, rarest, should, words, others, known(others), mustNot, least);
    }

    private static int[] words(BoundCondition[] conditions) {
      return Arrays.stream(conditions).mapToInt(Bool::word).filter(word -> word >= 0).toArray();
    }

    private static int @Nullable [] known(BoundCondition[] conditions) {
      boolean all = Arrays.stream(conditions).allMatch(Words.class::isInstance);
      return all
          ? Arrays.stream(conditions).mapToInt(c -> ((Words) c).terms[((Words) c).pivot]).toArray()
          : null;
    }

    private static int word(BoundCondition condition) {
      return condition instanceof Words words && words.terms.length == 1 && words.raw == null
          ? words.terms[0]
          : -1;
    }

    @Override
    public boolean holds(TextScanner scan, TextScope scope) {
      for (BoundCondition condition : rarest) {
        if (!condition.holds(scan, scope)) {
          return false;
        }
      }
      return enough(scan, scope) && noneOf(mustNot, scan, scope);
    }

    private boolean enough(TextScanner scan, TextScope scope) {
      int met = scan.anyStands(words, scope) ? 1 : 0;
      for (int i = 0; i < others.length && met < least; i++) {
        boolean may = known == null || scan.stands(known[i], scope);
        met += may && others[i].holds(scan, scope) ? 1 : 0;
      }
      return met >= least;
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
