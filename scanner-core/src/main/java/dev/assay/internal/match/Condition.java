package dev.assay.internal.match;

import java.util.List;
import org.apache.lucene.search.Query;

/** A query, by shape. Words are folded unless they are {@code raw}. */
sealed interface Condition {
  /** These words, one right after the other. */
  record Words(boolean raw, List<String> words) implements Condition {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** A word that starts with, ends with or contains a literal of word characters. */
  record Affix(boolean raw, Anchor.Kind kind, String literal) implements Condition {}

  /** All of {@code must}, none of {@code mustNot}, and at least {@code least} of {@code should}. */
  record Bool(List<Condition> must, List<Condition> should, List<Condition> mustNot, int least)
      implements Condition {
    public Bool {
      must = List.copyOf(must);
      should = List.copyOf(should);
      mustNot = List.copyOf(mustNot);
    }
  }

  /**
   * What Lucene must decide.
   *
   * @param query the query
   * @param required words or literals that each match holds; may be empty
   */
  record Other(Query query, List<Anchor> required) implements Condition {
    public Other {
      required = List.copyOf(required);
    }
  }
}
