package dev.assay.internal.match.index;

import dev.assay.internal.match.index.IndexedRecord.Evidence;
import dev.assay.internal.match.index.IndexedRecord.Span;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Says what of a found record's text a query is about: the first words of its that stand there, or
 * else the evidence of a rule that it names, or of any.
 */
final class Snippets {
  private static final Set<String> SPOKEN =
      Arrays.stream(Role.values()).map(RecordFields::of).collect(Collectors.toUnmodifiableSet());

  /** A turn ends, and no word or phrase goes on in the next. */
  private static final String BETWEEN = "\n";

  private final MemoryIndex index = new MemoryIndex(true);
  private final RecordAnalyzer analyzer = new RecordAnalyzer();
  private final @Nullable Query words;
  private final Set<String> rules = new TreeSet<>();

  Snippets(Query query) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    query.visit(new Parts(any));
    BooleanQuery all = any.build();
    this.words = all.clauses().isEmpty() ? null : all;
  }

  /** Gathers what a record is found by, not what it must lack. */
  private final class Parts extends QueryVisitor {
    private final BooleanQuery.Builder any;

    Parts(BooleanQuery.Builder any) {
      this.any = any;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
      String field = terms[0].field();
      if (SPOKEN.contains(field)) {
        any.add(query, Occur.SHOULD);
      } else if (field.equals(RecordFields.RULE)) {
        rules.add(terms[0].text());
      }
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, java.util.function.Supplier<ByteRunAutomaton> automaton) {
      if (SPOKEN.contains(field)) {
        any.add(query, Occur.SHOULD);
      }
    }
  }

  /** Null if any part of the record would do. */
  @Nullable Span place(IndexedRecord record) throws IOException {
    Span found = words == null ? null : words(record, words);
    if (found != null) {
      return found;
    }
    List<Evidence> evidence = record.evidence();
    for (Evidence one : evidence) {
      if (rules.contains(one.rule())) {
        return one.span();
      }
    }
    return evidence.isEmpty() ? null : evidence.get(0).span();
  }

  private @Nullable Span words(IndexedRecord record, Query query) throws IOException {
    index.reset();
    for (Role role : Role.values()) {
      String said = said(record, role);
      if (!said.isEmpty()) {
        index.addField(RecordFields.of(role), said, analyzer);
      }
    }
    IndexSearcher searcher = index.createSearcher();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
    Matches matches = weight.matches(leaf, 0);
    Span first = null;
    for (Role role : Role.values()) {
      MatchesIterator places = matches == null ? null : matches.getMatches(RecordFields.of(role));
      if (places != null && places.next()) {
        Span span = span(record, role, places.startOffset(), places.endOffset());
        first = first == null || span.turn() < first.turn() ? span : first;
      }
    }
    return first;
  }

  private static String said(IndexedRecord record, Role role) {
    return record.turns().stream()
        .filter(turn -> turn.role() == role)
        .map(Turn::text)
        .collect(Collectors.joining(BETWEEN));
  }

  /** Where a place among all that a role says stands. */
  private static Span span(IndexedRecord record, Role role, int start, int end) {
    int before = 0;
    for (int i = 0; i < record.turns().size(); i++) {
      Turn turn = record.turns().get(i);
      if (turn.role() == role) {
        int length = turn.text().length();
        if (start - before < length) {
          return new Span(i, start - before, Math.min(length, end - before));
        }
        before += length + BETWEEN.length();
      }
    }
    throw new IllegalStateException("a place beyond all that was said");
  }
}
