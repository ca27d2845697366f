package dev.assay.internal.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a rule a candidate: anchors, and a condition that must hold besides. Immutable.
 *
 * <p>Public for the engine, which holds it without looking inside.
 */
public final class CompiledQuery {
  private final @Nullable Condition condition;
  private final List<Anchor> anchors;

  private CompiledQuery(@Nullable Condition condition, List<Anchor> anchors) {
    this.condition = condition;
    this.anchors = List.copyOf(anchors);
  }

  /**
   * Compiles a query.
   *
   * @throws QueryException if it cannot be used, or needs no particular word or literal
   */
  public static CompiledQuery parse(String query) {
    OperatorCheck.check(query);
    Condition simple = SimpleQueries.read(query);
    Condition condition = simple == null ? Conditions.of(QueryReader.read(query)) : simple;
    List<Anchor> anchors = Anchors.of(condition);
    if (anchors == null) {
      throw new QueryException(
          "the query has no anchor: it can match a text without any particular word, so every text"
              + " would have to be tried; add a word that must stand there (AND)");
    }
    return new CompiledQuery(condition, anchors);
  }

  /** Any of these folded literals, anywhere. */
  public static CompiledQuery anyLiteral(List<String> literals) {
    return new CompiledQuery(null, literals.stream().map(Anchor::literal).toList());
  }

  /**
   * Of each set any of its words, with their case. Text that is not a word is taken as the words
   * inside it, one after the other.
   *
   * @param sets at least one
   */
  public static CompiledQuery anyWordOfEach(Collection<? extends Collection<String>> sets) {
    List<Condition> all = sets.stream().map(CompiledQuery::anyWord).toList();
    Condition condition =
        all.size() == 1 ? all.get(0) : new Condition.Bool(all, List.of(), List.of(), 0);
    return new CompiledQuery(condition, List.copyOf(Anchors.of(condition)));
  }

  private static Condition anyWord(Collection<String> words) {
    List<Condition> any = new ArrayList<>();
    for (String word : words) {
      any.add(new Condition.Words(true, RawWords.of(word)));
    }
    return new Condition.Bool(List.of(), any, List.of(), 1);
  }

  static CompiledQuery anchor(Anchor anchor) {
    if (anchor.kind() != Anchor.Kind.WORD || anchor.raw() == null) {
      return new CompiledQuery(null, List.of(anchor));
    }
    return new CompiledQuery(new Condition.Words(true, List.of(anchor.raw())), List.of(anchor));
  }

  /** What must hold besides an anchor; null if an anchor is enough. */
  @Nullable Condition condition() {
    return condition;
  }

  /** Of which one must stand. */
  public List<Anchor> anchors() {
    return anchors;
  }
}
