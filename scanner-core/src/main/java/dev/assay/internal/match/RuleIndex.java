package dev.assay.internal.match;

import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An index over rules, to find one by words. Held in memory, made when it is asked for.
 *
 * <p>Fields: id, message, why, fix, match (the query and the expression), and as whole values
 * family, severity, language, cwe, atlas, owasp. A query that names no field searches all of them.
 */
public final class RuleIndex implements AutoCloseable {
  private static final String NUMBER = "number";
  private static final String[] WORDS = {"id", "message", "match", "why", "fix"};
  private static final String[] VALUES = {
    "family", "severity", "language", "cwe", "atlas", "owasp"
  };
  private static final Map<String, Float> BOOSTS = Map.of("id", 4f, "message", 3f, "match", 2f);
  private final List<Rule> rules;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;

  /** An index over these rules. */
  public RuleIndex(RuleSet set) {
    this.rules = set.rules();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer()))) {
      for (int i = 0; i < rules.size(); i++) {
        writer.addDocument(document(i, rules.get(i)));
      }
      writer.commit();
      this.reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  /**
   * The rules that a query finds, best first.
   *
   * @param query words, or a query in Lucene's syntax such as {@code family:secret AND token}
   * @param limit most rules to return, from 1
   * @throws QueryException if the query does not parse
   */
  public List<Rule> search(String query, int limit) {
    try {
      StoredFields stored = reader.storedFields();
      List<Rule> found = new ArrayList<>();
      for (ScoreDoc hit : new IndexSearcher(reader).search(parse(query), limit).scoreDocs) {
        Number number = stored.document(hit.doc).getField(NUMBER).numericValue();
        found.add(rules.get(number.intValue()));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  private static Query parse(String query) {
    StandardQueryParser parser = new StandardQueryParser(analyzer());
    parser.setAllowLeadingWildcard(true);
    List<String> all = new ArrayList<>(List.of(WORDS));
    all.addAll(List.of(VALUES));
    parser.setMultiFields(all.toArray(new String[0]));
    parser.setFieldsBoost(BOOSTS);
    try {
      return parser.parse(query, null);
    } catch (QueryNodeException e) {
      throw new QueryException(
          "The search does not parse: "
              + Objects.toString(e.getMessage(), "").lines().findFirst().orElse("")
              + ". Put quotes around text that holds any of + - ! ( ) { } [ ] ^ ~ * ? : / \\");
    }
  }

  private static Analyzer analyzer() {
    Map<String, Analyzer> whole = new java.util.HashMap<>();
    for (String field : VALUES) {
      whole.put(field, new WholeValue());
    }
    return new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), whole);
  }

  private static Document document(int number, Rule rule) {
    Document document = new Document();
    document.add(new StoredField(NUMBER, number));
    add(document, "id", rule.id());
    rule.aliases().forEach(alias -> add(document, "id", alias));
    add(document, "message", rule.message());
    add(document, "why", rule.why());
    add(document, "fix", rule.fix());
    add(document, "match", Objects.toString(rule.match(), "") + " " + rule.verification());
    add(document, "family", rule.family().id());
    add(document, "severity", rule.severity().id());
    rule.scope().languages().forEach(language -> add(document, "language", language.id()));
    rule.references().cwe().forEach(id -> add(document, "cwe", id));
    rule.references().atlas().forEach(id -> add(document, "atlas", id));
    rule.references().owasp().forEach(id -> add(document, "owasp", id));
    return document;
  }

  private static void add(Document document, String field, String value) {
    document.add(new TextField(field, value, Field.Store.NO));
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  /** The value as one term, whatever its case. */
  private static final class WholeValue extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer whole = new KeywordTokenizer();
      return new TokenStreamComponents(whole, new LowerCaseFilter(whole));
    }

    @Override
    protected org.apache.lucene.analysis.TokenStream normalize(
        String field, org.apache.lucene.analysis.TokenStream in) {
      return new LowerCaseFilter(in);
    }
  }
}
