package dev.assay.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many queries, compiled together. Immutable: threads share it, each with its own {@link
 * TextScanner}.
 */
public final class QuerySet {
  /** In {@link Entry#kinds()}: the query is held against the turn as a whole. */
  public static final int TURN = 1;

  /**
   * A query and where it applies.
   *
   * @param query what to look for
   * @param roles bits of roles; one must be that of the turn
   * @param kinds {@link #TURN}, or bits of segment kinds of which one must be that of the segment
   */
  public record Entry(CompiledQuery query, int roles, int kinds) {}

  final int size;
  final int[] roles;
  final int[] kinds;
  final @Nullable BoundCondition[] conditions;
  final TermTable terms;

  /** The queries that a word anchors; only the first words anchor any. */
  final int[][] termRules;

  /** Bits of all kinds that a word's queries ask for. */
  final int[] termKinds;

  final LiteralAutomaton literals;
  final int[][] literalAtoms;
  final Atom[] atoms;

  /** A literal with what it must be in its word, and the queries that it anchors. */
  record Atom(Anchor.Kind kind, int length, char @Nullable [] raw, int[] rules) {}

  private QuerySet(List<Entry> entries, Binder binder) {
    size = entries.size();
    roles = entries.stream().mapToInt(Entry::roles).toArray();
    kinds = entries.stream().mapToInt(Entry::kinds).toArray();
    conditions = binder.conditions.toArray(new BoundCondition[0]);
    terms = new TermTable(List.copyOf(binder.terms.keySet()));
    termRules = binder.termRules.stream().map(QuerySet::ints).toArray(int[][]::new);
    termKinds =
        Arrays.stream(termRules)
            .mapToInt(
                rules -> Arrays.stream(rules).map(rule -> kinds[rule]).reduce(0, (a, b) -> a | b))
            .toArray();
    literals = new LiteralAutomaton(List.copyOf(binder.literals.keySet()));
    literalAtoms = binder.literalAtoms.stream().map(QuerySet::ints).toArray(int[][]::new);
    atoms = binder.atoms();
  }

  /** Compiles the queries; a query's number is its index. */
  public static QuerySet of(List<Entry> entries) {
    Binder binder = new Binder();
    for (int i = 0; i < entries.size(); i++) {
      binder.anchors(i, entries.get(i).query());
    }
    for (Entry entry : entries) {
      binder.condition(entry.query());
    }
    return new QuerySet(entries, binder);
  }

  /** Bits of all kinds that any query of a role asks for; 0 if none wants that role. */
  public int kindsOf(int role) {
    int wanted = 0;
    for (int i = 0; i < size; i++) {
      wanted |= (roles[i] & role) != 0 ? kinds[i] : 0;
    }
    return wanted;
  }

  static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Numbers words and literals while the queries are walked. */
  private static final class Binder {
    final Map<String, Integer> terms = new LinkedHashMap<>();
    final List<List<Integer>> termRules = new ArrayList<>();
    final Map<String, Integer> literals = new LinkedHashMap<>();
    final List<List<Integer>> literalAtoms = new ArrayList<>();
    final Map<Anchor, Integer> atomIds = new LinkedHashMap<>();
    final List<List<Integer>> atomRules = new ArrayList<>();
    final List<@Nullable BoundCondition> conditions = new ArrayList<>();

    void condition(CompiledQuery query) {
      Condition condition = query.condition();
      conditions.add(condition == null ? null : bind(condition));
    }

    /** First for all queries, so that words that anchor some have the lowest numbers. */
    void anchors(int rule, CompiledQuery query) {
      for (Anchor anchor : query.anchors()) {
        List<Integer> rules =
            anchor.kind() == Anchor.Kind.WORD
                ? rulesOf(term(anchor.text()))
                : atomRules.get(atom(anchor));
        if (!rules.contains(rule)) {
          rules.add(rule);
        }
      }
    }

    Atom[] atoms() {
      List<Atom> list = new ArrayList<>();
      atomIds.forEach(
          (anchor, id) ->
              list.add(
                  new Atom(
                      anchor.kind(),
                      anchor.text().length(),
                      anchor.raw() == null ? null : anchor.raw().toCharArray(),
                      ints(atomRules.get(id)))));
      return list.toArray(new Atom[0]);
    }

    private List<Integer> rulesOf(int term) {
      if (term == termRules.size()) {
        termRules.add(new ArrayList<>());
      }
      return termRules.get(term);
    }

    private int term(String folded) {
      return terms.computeIfAbsent(folded, word -> terms.size());
    }

    private int atom(Anchor anchor) {
      return atomIds.computeIfAbsent(
          anchor,
          a -> {
            atomRules.add(new ArrayList<>());
            int literal =
                literals.computeIfAbsent(
                    a.text(),
                    text -> {
                      literalAtoms.add(new ArrayList<>());
                      return literalAtoms.size() - 1;
                    });
            literalAtoms.get(literal).add(atomRules.size() - 1);
            return atomRules.size() - 1;
          });
    }

    private BoundCondition bind(Condition condition) {
      if (condition instanceof Condition.Words words) {
        return bind(words);
      }
      if (condition instanceof Condition.Affix affix) {
        return new BoundCondition.Affix(
            atom(Anchor.of(affix.kind(), affix.literal(), affix.raw())));
      }
      if (condition instanceof Condition.Bool bool) {
        return BoundCondition.Bool.of(
            bindAll(bool.must()),
            bindAll(rarestFirst(bool.must())),
            bindAll(bool.should()),
            bindAll(bool.mustNot()),
            bool.least());
      }
      return new BoundCondition.Other(((Condition.Other) condition).query());
    }

    private static List<Condition> rarestFirst(List<Condition> all) {
      return all.stream().sorted(Comparator.comparingDouble(Binder::cost)).toList();
    }

    private static double cost(Condition condition) {
      List<Anchor> anchors = Anchors.of(condition);
      return anchors == null ? Double.MAX_VALUE : Anchor.cost(anchors);
    }

    private BoundCondition[] bindAll(List<Condition> all) {
      return all.stream().map(this::bind).toArray(BoundCondition[]::new);
    }

    private BoundCondition bind(Condition.Words words) {
      List<Anchor> anchors =
          words.words().stream()
              .map(word -> Anchor.of(Anchor.Kind.WORD, word, words.raw()))
              .toList();
      int pivot = 0;
      for (int i = 1; i < anchors.size(); i++) {
        pivot = anchors.get(i).cost() < anchors.get(pivot).cost() ? i : pivot;
      }
      return new BoundCondition.Words(
          anchors.stream().mapToInt(anchor -> term(anchor.text())).toArray(),
          words.raw()
              ? words.words().stream().map(String::toCharArray).toArray(char[][]::new)
              : null,
          pivot);
    }
  }
}
