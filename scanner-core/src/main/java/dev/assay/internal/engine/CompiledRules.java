package dev.assay.internal.engine;

import dev.assay.internal.advice.AdviceDetector;
import dev.assay.internal.code.CodePattern;
import dev.assay.internal.match.CompiledQuery;
import dev.assay.internal.match.QuerySet;
import dev.assay.internal.regex.RegexFacts;
import dev.assay.record.Role;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification;
import dev.assay.segment.Language;
import dev.assay.signal.RecordDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Rules, ready to be held against records. Immutable but for expressions that are compiled when
 * they are first needed; all threads share it.
 *
 * <p>Rules that are checks or norms are left out of the queries: detectors of their own look for
 * them.
 */
public final class CompiledRules {
  private static final int PROSE = 2;
  private static final int FIRST_LANGUAGE = 4;
  final List<Rule> rules = new ArrayList<>();
  final List<Verifier> verifiers = new ArrayList<>();
  final List<CompiledQuery> queries = new ArrayList<>();
  final QuerySet set;
  private final AdviceDetector.Shared norms;
  final int[] kindsOfRole = new int[Role.values().length];

  private CompiledRules(RuleSet all) {
    // Half of the work, and apart from the rest: a scan starts when both are done.
    FutureTask<AdviceDetector.Shared> compiledNorms =
        new FutureTask<>(() -> AdviceDetector.compile(all.rules()));
    ForkJoinPool.commonPool().execute(compiledNorms);
    List<QuerySet.Entry> entries = new ArrayList<>();
    for (Rule rule : all.rules()) {
      boolean elsewhere =
          rule.verification() instanceof Verification.Check
              || rule.verification() instanceof Verification.Norm;
      if (!elsewhere) {
        Verifier verifier = verifier(rule.verification());
        CompiledQuery query = query(rule, verifier);
        rules.add(rule);
        verifiers.add(verifier);
        queries.add(query);
        entries.add(new QuerySet.Entry(query, roles(rule.scope()), kinds(rule.scope())));
      }
    }
    set = QuerySet.of(entries);
    norms = done(compiledNorms);
    for (Role role : Role.values()) {
      kindsOfRole[role.ordinal()] = set.kindsOf(bit(role));
    }
  }

  private static AdviceDetector.Shared done(FutureTask<AdviceDetector.Shared> norms) {
    // Compiles here and now if no other thread has begun.
    norms.run();
    try {
      return norms.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while norms were compiled", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IllegalArgumentException wrong
          ? wrong
          : new IllegalStateException("norms do not compile: " + cause, cause);
    }
  }

  /**
   * Compiles rules that were checked when they were loaded or packed.
   *
   * @throws IllegalArgumentException if one does not compile
   */
  public static CompiledRules of(RuleSet rules) {
    return new CompiledRules(rules);
  }

  /** A detector for the norms among the rules, for one thread. */
  public RecordDetector advice() {
    return norms.detector();
  }

  /** The rules with the anchors of those that have no query worked out, for packing. */
  public static RuleSet withAnchors(RuleSet rules) {
    return RuleSet.of(rules.rules().stream().map(CompiledRules::withAnchors).toList());
  }

  private static Rule withAnchors(Rule rule) {
    Verification verification = rule.verification();
    if (rule.match() != null) {
      return rule;
    }
    if (verification instanceof Verification.Expression e) {
      List<String> literals = RegexFacts.of(e.regex()).literals();
      return literals == null
          ? rule
          : rule.with(
              new Verification.Expression(
                  e.regex(), e.unless(), e.unlessNear(), e.within(), literals));
    }
    if (verification instanceof Verification.CodePattern pattern) {
      List<String> sets =
          CodePattern.compile(pattern.tree()).required().stream()
              .map(words -> String.join(" ", new TreeSet<>(words)))
              .toList();
      return rule.with(new Verification.CodePattern(pattern.tree(), sets));
    }
    return rule;
  }

  /** How many rules are matched; those that are checks not among them. */
  public int size() {
    return rules.size();
  }

  private static Verifier verifier(Verification verification) {
    if (verification instanceof Verification.Expression expression) {
      return new ByRegex(expression);
    }
    if (verification instanceof Verification.CodePattern pattern) {
      return new Verifier.ByCode(pattern.tree());
    }
    return new Verifier.ByQuery();
  }

  private static CompiledQuery query(Rule rule, Verifier verifier) {
    String match = rule.match();
    if (match == null && verifier instanceof Verifier.ByCode code) {
      List<String> packed = ((Verification.CodePattern) rule.verification()).anchors();
      return CompiledQuery.anyWordOfEach(
          packed.isEmpty()
              ? code.pattern().required()
              : packed.stream().map(words -> Set.of(words.split(" "))).toList());
    }
    if (match != null || !(rule.verification() instanceof Verification.Expression expression)) {
      return CompiledQuery.parse(String.valueOf(match));
    }
    List<String> literals =
        expression.anchors().isEmpty()
            ? RegexFacts.of(expression.regex()).literals()
            : expression.anchors();
    if (literals == null) {
      throw new IllegalArgumentException("rule " + rule.id() + " has no anchor");
    }
    return CompiledQuery.anyLiteral(literals);
  }

  static int bit(Role role) {
    return 1 << role.ordinal();
  }

  private static int roles(Scope scope) {
    return scope.roles().stream().mapToInt(CompiledRules::bit).reduce(0, (a, b) -> a | b);
  }

  static int prose() {
    return PROSE;
  }

  static int code(Language language) {
    return FIRST_LANGUAGE << language.ordinal();
  }

  private static int kinds(Scope scope) {
    if (scope.kind() == Scope.Kind.TURN) {
      return QuerySet.TURN;
    }
    if (scope.kind() == Scope.Kind.PROSE) {
      return PROSE;
    }
    return scope.languages().isEmpty()
        ? -FIRST_LANGUAGE
        : scope.languages().stream().mapToInt(CompiledRules::code).reduce(0, (a, b) -> a | b);
  }
}
