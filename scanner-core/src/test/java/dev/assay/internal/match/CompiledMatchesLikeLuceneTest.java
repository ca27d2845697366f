package dev.assay.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;

/** Lucene's own stored-query engine is the oracle of the compiled matcher. */
class CompiledMatchesLikeLuceneTest {
  @Provide
  Arbitrary<List<String>> queries() {
    return QueryTexts.queries().list().ofMinSize(20).ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return QueryTexts.texts().list().ofMinSize(8).ofMaxSize(12);
  }

  @Property(tries = 30)
  void compiledQueriesMatchWhatLuceneMatches(
      @ForAll("queries") List<String> queries, @ForAll("texts") List<String> texts)
      throws IOException {
    Map<String, CompiledQuery> usable = new LinkedHashMap<>();
    for (String query : queries) {
      try {
        usable.put(query, CompiledQuery.parse(query));
      } catch (QueryException e) {
        assertThat(e.getMessage()).containsAnyOf("anchor", "NOT by itself");
      }
    }
    List<String> names = List.copyOf(usable.keySet());
    TextScanner scan = scanner(List.copyOf(usable.values()));
    try (Monitor monitor = new Monitor(WordAnalyzer.both())) {
      monitor.register(
          names.stream().map(query -> new MonitorQuery(query, QueryReader.read(query))).toList());
      for (String text : texts) {
        assertThat(compiled(scan, names, text)).as(text).isEqualTo(lucene(monitor, text));
      }
    }
  }

  private static TextScanner scanner(List<CompiledQuery> queries) {
    List<QuerySet.Entry> entries = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int kinds = i % 2 == 0 ? QuerySet.TURN : 2;
      entries.add(new QuerySet.Entry(queries.get(i), 1, kinds));
    }
    return new TextScanner(QuerySet.of(entries));
  }

  private static Set<String> compiled(TextScanner scan, List<String> names, String text) {
    Set<String> matching = new TreeSet<>();
    scan.start(text, 1);
    TextScope scope = scan.scan(0, text.length(), 2);
    for (int i = 0; i < scan.rangeCandidates(); i++) {
      if (scan.holds(scan.rangeCandidate(i), scope)) {
        matching.add(names.get(scan.rangeCandidate(i)));
      }
    }
    for (int i = 0; i < scan.turnCandidates(); i++) {
      if (scan.holds(scan.turnCandidate(i), scan.turnScope())) {
        matching.add(names.get(scan.turnCandidate(i)));
      }
    }
    return matching;
  }

  private static Set<String> lucene(Monitor monitor, String text) throws IOException {
    Document document = new Document();
    document.add(new TextField(WordAnalyzer.TEXT, text, Field.Store.NO));
    document.add(new TextField(WordAnalyzer.RAW, text, Field.Store.NO));
    MatchingQueries<QueryMatch> matches = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
    assertThat(matches.getErrors()).isEmpty();
    Set<String> matching = new TreeSet<>();
    for (QueryMatch match : matches.getMatches()) {
      matching.add(match.getQueryId());
    }
    return matching;
  }
}
