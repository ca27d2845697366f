package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
        ? new TokenStreamComponents(tokenizer, new Folding(tokenizer))
        : new TokenStreamComponents(tokenizer);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return fold ? new Folding(in) : in;
  }

  /** Folds each word. */
  private static final class Folding extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Folding(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      char[] chars = term.buffer();
      int length = term.length();
      for (int i = 0; i < length; ) {
        i += Character.toChars(CharFold.fold(Character.codePointAt(chars, i, length)), chars, i);
      }
      return true;
    }
  }
}
