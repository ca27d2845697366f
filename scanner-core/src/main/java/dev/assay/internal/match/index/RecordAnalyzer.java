package dev.assay.internal.match.index;

import dev.assay.internal.match.FoldingFilter;
import dev.assay.internal.text.CharFold;
import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Cuts text into words as rules do: maximal runs of word characters, in any case. Scripts that put
 * no blank between words are cut into their characters, so that any run of them is a phrase.
 */
final class RecordAnalyzer extends Analyzer {
  /** A longer run is cut into words of this length, in the index and in a query alike. */
  private static final int MAX_WORD = 255;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    CharTokenizer words =
        new CharTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, MAX_WORD) {
          @Override
          protected boolean isTokenChar(int c) {
            return CharFold.isWord(c);
          }
        };
    return new TokenStreamComponents(words, new FoldingFilter(new SingleCharacters(words)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new FoldingFilter(in);
  }

  /** Whether the script of the letter has no blanks between words. */
  private static boolean isUnspaced(int c) {
    return c >= 0x0E00
        && (Character.isIdeographic(c)
            || switch (Character.UnicodeScript.of(c)) {
              case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
              default -> false;
            });
  }

  private static final class SingleCharacters extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private char[] word = new char[64];
    private int length;
    private int at;
    private int start;

    SingleCharacters(TokenStream input) {
      super(input);
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      at = 0;
      length = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (at < length) {
        next();
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      if (hasUnspaced()) {
        length = term.length();
        if (word.length < length) {
          word = new char[length];
        }
        System.arraycopy(term.buffer(), 0, word, 0, length);
        start = offset.startOffset();
        at = 0;
        next();
      }
      return true;
    }

    private boolean hasUnspaced() {
      char[] chars = term.buffer();
      int size = term.length();
      for (int i = 0; i < size; i++) {
        if (chars[i] >= 0x0E00 && isUnspaced(Character.codePointAt(chars, i, size))) {
          return true;
        }
      }
      return false;
    }

    private void next() {
      int from = at;
      int c = Character.codePointAt(word, at, length);
      at += Character.charCount(c);
      if (!isUnspaced(c)) {
        while (at < length && !isUnspaced(Character.codePointAt(word, at, length))) {
          at += Character.charCount(Character.codePointAt(word, at, length));
        }
      }
      // Tokens follow each other, each one place after the last.
      int whole = start;
      clearAttributes();
      term.copyBuffer(word, from, at - from);
      offset.setOffset(whole + from, whole + at);
    }
  }
}
