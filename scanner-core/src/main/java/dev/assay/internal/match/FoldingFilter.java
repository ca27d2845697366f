package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Folds each word as rules do, in rules and in the index of records alike. */
public final class FoldingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  public FoldingFilter(TokenStream input) {
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
