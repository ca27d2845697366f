package dev.assay.internal.match;

import java.util.List;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.processors.QueryNodeProcessorImpl;
import org.apache.lucene.queryparser.flexible.core.processors.QueryNodeProcessorPipeline;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.processors.AnalyzerQueryNodeProcessor;
import org.apache.lucene.search.Query;

/**
 * Parses queries with Lucene's standard parser, where AND binds tighter than OR.
 *
 * <p>Text without a blank that holds several words, such as {@code don't} or {@code os.system}, is
 * a phrase.
 */
final class QueryReader {
  private QueryReader() {}

  /**
   * The query.
   *
   * @throws QueryException if it cannot be used
   */
  static Query read(String text) {
    if (text.isBlank()) {
      throw new QueryException("the query is empty");
    }
    StandardQueryParser parser = new StandardQueryParser(WordAnalyzer.both());
    parser.setAllowLeadingWildcard(true);
    QueryNodeProcessorPipeline pipeline =
        (QueryNodeProcessorPipeline) parser.getQueryNodeProcessor();
    pipeline.add(place(pipeline), new WordsAreAPhrase());
    try {
      return parser.parse(text, WordAnalyzer.TEXT);
    } catch (QueryNodeException e) {
      throw new QueryException(
          "the query does not parse: "
              + firstLine(e)
              + "; quote text that holds any of + - ! ( ) { } [ ] ^ \" ~ * ? : / \\");
    }
  }

  private static int place(QueryNodeProcessorPipeline pipeline) {
    for (int i = 0; i < pipeline.size(); i++) {
      if (pipeline.get(i) instanceof AnalyzerQueryNodeProcessor) {
        return i;
      }
    }
    throw new IllegalStateException("Lucene's parser analyses no text");
  }

  private static String firstLine(QueryNodeException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message).strip();
  }

  private static final class WordsAreAPhrase extends QueryNodeProcessorImpl {
    @Override
    protected QueryNode preProcessNode(QueryNode node) {
      return node;
    }

    @Override
    protected QueryNode postProcessNode(QueryNode node) {
      boolean quoted = node.getClass() == QuotedFieldQueryNode.class;
      if (!quoted && node.getClass() != FieldQueryNode.class) {
        return node;
      }
      FieldQueryNode field = (FieldQueryNode) node;
      String text = field.getTextAsString();
      int words = RawWords.of(text).size();
      if (words == 0) {
        throw new QueryException(
            "no word stands in " + text + "; a word is letters, digits and underscores");
      }
      if (quoted && text.matches("(?s).*(\\w\\*|\\*\\w).*")) {
        throw new QueryException(
            "* means nothing inside quotes (\"" + text + "\"); write the words unquoted");
      }
      return quoted || words == 1
          ? node
          : new QuotedFieldQueryNode(field.getField(), text, field.getBegin(), field.getEnd());
    }

    @Override
    protected List<QueryNode> setChildrenOrder(List<QueryNode> children) {
      return children;
    }
  }
}
