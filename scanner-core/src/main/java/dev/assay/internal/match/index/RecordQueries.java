package dev.assay.internal.match.index;

import dev.assay.internal.match.OperatorCheck;
import dev.assay.internal.match.QueryException;
import java.util.List;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Reads queries as people type them: Lucene's classic syntax, where what stands side by side must
 * all hold. What would take long, or mean something else than it looks like, is refused.
 */
final class RecordQueries {
  private static final int MAX_LENGTH = 4_000;
  private static final int MAX_OPEN = 50;

  private RecordQueries() {}

  /**
   * The query.
   *
   * @param spoken fields of text that the index has
   * @throws QueryException if it cannot be used
   */
  static Query read(String text, List<String> spoken) {
    if (text.isBlank()) {
      throw new QueryException("The query is empty; * finds every record.");
    }
    if (text.length() > MAX_LENGTH || text.chars().filter(c -> c == '(').count() > MAX_OPEN) {
      throw tooLong();
    }
    String escaped = withPlainSlashes(text);
    try {
      OperatorCheck.checkAnd(escaped);
    } catch (QueryException e) {
      throw new QueryException("The query is not clear: " + e.getMessage() + ".");
    }
    try {
      return new RecordQueryParser(spoken).parse(escaped);
    } catch (ParseException e) {
      if (e.getCause() instanceof IndexSearcher.TooManyClauses) {
        throw tooLong();
      }
      throw new QueryException(
          "The query does not parse: put quotes around text that holds any of"
              + " + - ! ( ) { } [ ] ^ \" ~ * ? : \\ and close what you open.");
    }
  }

  static QueryException tooLong() {
    return new QueryException("The query is too long or too deep: search for less at once.");
  }

  /** Lucene takes what stands between slashes for an expression; here they stand in names. */
  private static String withPlainSlashes(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/') {
        out.append('\\');
      }
      out.append(c);
      if (c == '\\' && i + 1 < text.length()) {
        out.append(text.charAt(++i));
      }
    }
    return out.toString();
  }
}
