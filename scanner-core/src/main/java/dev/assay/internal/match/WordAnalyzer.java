package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.util.CharTokenizer;

/** Cuts text into words as the compiled matcher does: maximal runs of word characters. */
final class WordAnalyzer extends Analyzer {
  /** Field of folded words. */
  static final String TEXT = "text";

  /** Field of words as they stand. */
  static final String RAW = "raw";

  /** Lucene cuts longer words; its index holds none of 32,766 bytes and more. */
  private static final int MAX_WORD = 8_000;

  private final boolean fold;

  private WordAnalyzer(boolean fold) {
    this.fold = fold;
  }

  /** The analyzers of both fields. */
  static Analyzer both() {
    return new PerFieldAnalyzerWrapper(
        new WordAnalyzer(true), Map.of(RAW, new WordAnalyzer(false)));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    CharTokenizer tokenizer =
        new CharTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, MAX_WORD) {
          @Override
          protected boolean isTokenChar(int c) {
            return CharFold.isWord(c);
          }
        };
    return fold
        ? new TokenStreamComponents(tokenizer, new FoldingFilter(tokenizer))
        : new TokenStreamComponents(tokenizer);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return fold ? new FoldingFilter(in) : in;
  }
}
