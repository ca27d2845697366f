package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** Walks a Lucene query and says it in conditions. */
final class Conditions {
  private Conditions() {}

  /**
   * The query as conditions.
   *
   * @throws QueryException if it can never match, or always does
   */
  static Condition of(Query query) {
    if (query instanceof TermQuery term) {
      return new Condition.Words(raw(term.getTerm()), List.of(term.getTerm().text()));
    }
    if (query instanceof PhraseQuery phrase) {
      return phrase(phrase);
    }
    if (query instanceof BooleanQuery bool) {
      return bool(bool);
    }
    if (query instanceof PrefixQuery prefix) {
      Term term = prefix.getPrefix();
      return affix(query, raw(term), Anchor.Kind.PREFIX, term.text());
    }
    if (query instanceof WildcardQuery wildcard) {
      return wildcard(wildcard);
    }
    if (query instanceof BoostQuery boost) {
      return of(boost.getQuery());
    }
    if (query instanceof ConstantScoreQuery constant) {
      return of(constant.getQuery());
    }
    return other(query);
  }

  private static Condition other(Query query) {
    if (query instanceof MatchAllDocsQuery) {
      throw new QueryException("* alone matches every text; name a word that must stand in it");
    }
    if (query instanceof MatchNoDocsQuery) {
      throw new QueryException("the query can never match");
    }
    query.visit(new FieldCheck());
    return new Condition.Other(query, List.of());
  }

  private static boolean raw(Term term) {
    FieldCheck.check(term.field());
    return term.field().equals(WordAnalyzer.RAW);
  }

  private static Condition phrase(PhraseQuery phrase) {
    Term[] terms = phrase.getTerms();
    boolean raw = raw(terms[0]);
    int[] positions = phrase.getPositions();
    boolean exact = phrase.getSlop() == 0;
    for (int i = 1; i < positions.length; i++) {
      exact &= positions[i] == positions[i - 1] + 1;
    }
    List<String> words = Arrays.stream(terms).map(Term::text).toList();
    return exact
        ? new Condition.Words(raw, words)
        : new Condition.Other(
            phrase, words.stream().map(word -> Anchor.of(Anchor.Kind.WORD, word, raw)).toList());
  }

  private static Condition bool(BooleanQuery bool) {
    List<Condition> must = new ArrayList<>();
    List<Condition> should = new ArrayList<>();
    List<Condition> mustNot = new ArrayList<>();
    for (BooleanClause clause : bool.clauses()) {
      Condition condition = of(clause.getQuery());
      switch (clause.getOccur()) {
        case MUST, FILTER -> must.add(condition);
        case SHOULD -> should.add(condition);
        case MUST_NOT -> mustNot.add(condition);
      }
    }
    return bool(must, should, mustNot, bool.getMinimumNumberShouldMatch());
  }

  /** Conditions joined as Lucene joins clauses. */
  static Condition bool(
      List<Condition> must, List<Condition> should, List<Condition> mustNot, int least) {
    if (must.isEmpty() && should.isEmpty()) {
      throw new QueryException(
          "a NOT by itself, or alone in parentheses, matches nothing; say what must stand there"
              + " beside it: a AND NOT b");
    }
    return new Condition.Bool(must, should, mustNot, least == 0 && must.isEmpty() ? 1 : least);
  }

  private static Condition affix(Query query, boolean raw, Anchor.Kind kind, String literal) {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (Character.isSurrogate(c)) {
        return new Condition.Other(query, List.of());
      }
      if (!CharFold.isWord(c)) {
        throw new QueryException(
            "no word holds the character "
                + c
                + " of "
                + literal
                + "; with * only letters, digits and underscores can be asked for");
      }
    }
    return new Condition.Affix(raw, kind, literal);
  }

  private static Condition wildcard(WildcardQuery query) {
    boolean raw = raw(query.getTerm());
    List<String> parts = parts(query.getTerm().text());
    String longest = "";
    for (String part : parts) {
      longest = part.length() > longest.length() ? part : longest;
    }
    if (longest.isEmpty()) {
      throw new QueryException(
          query.getTerm().text() + " matches every word; name some letters of it");
    }
    boolean open = parts.get(0).isEmpty();
    boolean openEnd = parts.get(parts.size() - 1).isEmpty();
    int full = (int) parts.stream().filter(part -> !part.isEmpty()).count();
    if (full == 1 && !query.getTerm().text().contains("?")) {
      Anchor.Kind kind =
          open && openEnd ? Anchor.Kind.LITERAL : open ? Anchor.Kind.SUFFIX : Anchor.Kind.PREFIX;
      return affix(query, raw, kind, longest);
    }
    affix(query, raw, Anchor.Kind.LITERAL, longest);
    return new Condition.Other(query, List.of(Anchor.of(Anchor.Kind.LITERAL, longest, raw)));
  }

  /** The literal parts between wildcards; empty ones at the ends where wildcards stand there. */
  private static List<String> parts(String pattern) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == WildcardQuery.WILDCARD_ESCAPE && i + 1 < pattern.length()) {
        part.append(pattern.charAt(++i));
      } else if (c == WildcardQuery.WILDCARD_STRING || c == WildcardQuery.WILDCARD_CHAR) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
