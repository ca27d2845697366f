package dev.assay.internal.code;

import dev.assay.internal.code.tree.CodeParser;
import dev.assay.segment.Language;

/** Turns a code segment into a {@link CodeModel}. */
public final class CodeAnalysis {
  private CodeAnalysis() {}

  /**
   * Analyses the code in {@code text[start, end)}. Whatever the input, it returns, in linear time.
   *
   * @param text the turn; offsets in what is found refer to it
   * @param start first UTF-16 unit of the code
   * @param end one past the last
   * @param language whose tables are used
   */
  public static CodeModel analyze(String text, int start, int end, Language language) {
    return new CodeModel(CodeParser.parse(text, start, end, language));
  }
}
