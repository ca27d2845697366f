package dev.assay.internal.match.index;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** How a record becomes a document. Texts are fields named by their role. */
final class RecordFields {
  static final String VERDICT = "verdict";
  static final String FRAMING = "framing";
  static final String FAMILY = "family";
  static final String RULE = "rule";
  static final String FILE = "file";
  static final String HASH = "record";
  static final String ROW = "row";
  static final String LINE = "line";

  /** What anybody says. */
  static final String TEXT = "text";

  /** Sorts records as they were read. */
  static final String ORDER = "#order";

  static final String DATA = "#data";

  /** Values of a fixed form, in lower case. */
  static final Set<String> WORDS = Set.of(VERDICT, FRAMING, FAMILY, RULE, HASH);

  static final Set<String> NUMBERS = Set.of(ROW, LINE);

  /** Nothing is ranked, so nothing is kept for it. */
  private static final FieldType WORDS_OF_TEXT = wordsOfText();

  private RecordFields() {}

  private static FieldType wordsOfText() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** The field of what a role says. */
  static String of(Role role) {
    return role == Role.TEXT ? "#text" : role.id();
  }

  /** All that a query may name, in the order in which messages list them. */
  static List<String> names() {
    return Stream.concat(
            Stream.concat(
                Stream.of(TEXT),
                Stream.of(Role.values()).filter(role -> role != Role.TEXT).map(Role::id)),
            Stream.of(VERDICT, RULE, FAMILY, FRAMING, FILE, ROW, LINE, HASH))
        .toList();
  }

  static Document document(long order, IndexedRecord record, byte[] data) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ORDER, order));
    document.add(new StoredField(DATA, data));
    document.add(value(FILE, record.uri()));
    document.add(new LongPoint(ROW, record.row()));
    if (record.line() > 0) {
      document.add(new LongPoint(LINE, record.line()));
    }
    document.add(value(HASH, record.hash()));
    document.add(value(VERDICT, record.judged().verdict().id()));
    document.add(value(FRAMING, framing(record)));
    record.judged().families().forEach(family -> document.add(value(FAMILY, family)));
    record.judged().rules().forEach(rule -> document.add(value(RULE, rule)));
    for (Turn turn : record.turns()) {
      document.add(new Field(of(turn.role()), turn.text(), WORDS_OF_TEXT));
    }
    return document;
  }

  static String framing(IndexedRecord record) {
    return record.judged().framing().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The one record at a place. */
  static Query place(String uri, long row) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(FILE, cut(uri))), Occur.FILTER)
        .add(LongPoint.newExactQuery(ROW, row), Occur.FILTER)
        .build();
  }

  private static Field value(String field, String value) {
    return new StringField(field, cut(value), Field.Store.NO);
  }

  /** Lucene takes no value beyond 32,766 bytes; no name of a file is so long. */
  static String cut(String value) {
    return value.length() <= 8_000 ? value : value.substring(0, 8_000);
  }
}
