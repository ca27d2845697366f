package dev.assay.internal.match.index;

import dev.assay.internal.match.QueryException;
import dev.assay.record.Role;
import dev.assay.rule.Family;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/** Knows the fields of an index: texts, words of a fixed form, numbers and names of files. */
final class RecordQueryParser extends QueryParser {
  private static final Set<String> SPOKEN =
      Arrays.stream(Role.values()).map(RecordFields::of).collect(Collectors.toUnmodifiableSet());

  /** No dataset has so many rows. */
  private static final long MOST = 1L << 50;

  private final List<String> spoken;

  RecordQueryParser(List<String> spoken) {
    super(RecordFields.TEXT, new RecordAnalyzer());
    this.spoken = spoken;
    setDefaultOperator(Operator.AND);
    setSplitOnWhitespace(true);
    // A word that is cut in several, such as os.system, is a phrase.
    setAutoGeneratePhraseQueries(true);
    setAllowLeadingWildcard(true);
  }

  private interface OfField {
    @Nullable Query query(String field) throws ParseException;
  }

  @Override
  protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
    return switch (kind(field)) {
      case TEXT -> said(field, text, one -> super.getFieldQuery(one, text, quoted));
      case NUMBER -> LongPoint.newExactQuery(field, number(field, text));
      case WORD -> new TermQuery(new Term(field, known(field, text.toLowerCase(Locale.ROOT))));
      case NAME -> new TermQuery(new Term(field, RecordFields.cut(text)));
    };
  }

  @Override
  protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
    return kind(field) == Kind.TEXT
        ? said(field, text, one -> super.getFieldQuery(one, text, slop))
        : getFieldQuery(field, text, true);
  }

  @Override
  protected Query getPrefixQuery(String field, String text) throws ParseException {
    return switch (kind(field)) {
      case TEXT -> said(field, text, one -> super.getPrefixQuery(one, text));
      case NUMBER -> throw new QueryException(numberWanted(field, text + "*"));
      case WORD -> new PrefixQuery(new Term(field, text.toLowerCase(Locale.ROOT)));
      case NAME -> new PrefixQuery(new Term(field, text));
    };
  }

  @Override
  protected Query getWildcardQuery(String field, String text) throws ParseException {
    if (text.equals("*") && (field.equals("*") || field.equals(RecordFields.TEXT))) {
      return new MatchAllDocsQuery();
    }
    return switch (kind(field)) {
      case TEXT -> {
        if (text.startsWith("*") || text.startsWith("?")) {
          throw new QueryException(
              "A word may end with * and not start with it (" + text + "), which would take long.");
        }
        yield said(field, text, one -> super.getWildcardQuery(one, text));
      }
      case NUMBER -> throw new QueryException(numberWanted(field, text));
      case WORD -> new WildcardQuery(new Term(field, text.toLowerCase(Locale.ROOT)));
      case NAME -> new WildcardQuery(new Term(field, text));
    };
  }

  @Override
  protected Query getFuzzyQuery(String field, String text, float similarity) throws ParseException {
    if (kind(field) != Kind.TEXT) {
      throw new QueryException("~ is for words of the text, not for " + field + ".");
    }
    return said(field, text, one -> super.getFuzzyQuery(one, text, similarity));
  }

  @Override
  protected Query getRegexpQuery(String field, String text) {
    throw new QueryException("Regular expressions are not searched for: write words, or word*.");
  }

  @Override
  protected Query getRangeQuery(
      String field,
      @Nullable String from,
      @Nullable String to,
      boolean includesFrom,
      boolean includesTo) {
    if (kind(field) != Kind.NUMBER) {
      throw new QueryException("A range is for row and line, such as row:[10 TO 20].");
    }
    long low = from == null ? 0 : number(field, from) + (includesFrom ? 0 : 1);
    long high = to == null ? Long.MAX_VALUE : number(field, to) - (includesTo ? 0 : 1);
    return low > high ? new MatchNoDocsQuery() : LongPoint.newRangeQuery(field, low, high);
  }

  /** What is only left out is left out of everything. */
  @Override
  protected @Nullable Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
    if (!clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited)) {
      clauses.add(new BooleanClause(new MatchAllDocsQuery(), Occur.FILTER));
    }
    return super.getBooleanQuery(clauses);
  }

  private enum Kind {
    TEXT,
    NUMBER,
    WORD,
    NAME
  }

  private static Kind kind(String field) {
    if (field.equals(RecordFields.TEXT) || SPOKEN.contains(field)) {
      return Kind.TEXT;
    }
    if (RecordFields.NUMBERS.contains(field)) {
      return Kind.NUMBER;
    }
    if (RecordFields.WORDS.contains(field)) {
      return Kind.WORD;
    }
    if (field.equals(RecordFields.FILE)) {
      return Kind.NAME;
    }
    throw new QueryException(
        "There is no field "
            + field
            + ": put quotes around text that holds a colon, or name one of "
            + String.join(", ", RecordFields.names())
            + ".");
  }

  /** Over all that is said, or what one role says. */
  private Query said(String field, String text, OfField ofField) throws ParseException {
    List<String> fields = field.equals(RecordFields.TEXT) ? spoken : List.of(field);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String one : fields) {
      Query query = ofField.query(one);
      if (query == null) {
        throw new QueryException("No word stands in " + text + ": words are letters and digits.");
      }
      any.add(query, Occur.SHOULD);
    }
    BooleanQuery all = any.build();
    return all.clauses().size() == 1 ? all.clauses().get(0).getQuery() : all;
  }

  private static long number(String field, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new QueryException(numberWanted(field, text));
  }

  private static String numberWanted(String field, String text) {
    return field
        + " is a number, not "
        + text
        + ": write "
        + field
        + ":17 or "
        + field
        + ":[10 TO 20].";
  }

  /** A slip would find nothing, and be taken for good news. */
  private static String known(String field, String value) {
    return switch (field) {
      case RecordFields.VERDICT -> oneOf(field, value, Verdict.values(), Verdict::id);
      case RecordFields.FAMILY -> oneOf(field, value, Family.values(), Family::id);
      case RecordFields.FRAMING ->
          oneOf(field, value, Framing.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));
      default -> value;
    };
  }

  private static <T> String oneOf(String field, String value, T[] all, Function<T, String> id) {
    List<String> ids = Arrays.stream(all).map(id).collect(Collectors.toList());
    if (!ids.contains(value)) {
      throw new QueryException(
          "There is no " + field + " " + value + ": it is one of " + String.join(", ", ids) + ".");
    }
    return value;
  }
}
