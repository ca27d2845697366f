package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Reads code into a {@link Tree}: never fails, in time linear in the text. */
public final class CodeParser {
  private CodeParser() {}

  /**
   * Reads {@code text[start, end)}.
   *
   * @param language whose tables are used
   */
  public static Tree parse(String text, int start, int end, Language language) {
    char[] source = new char[end - start];
    text.getChars(start, end, source, 0);
    Tree tree = new Tree(source, start, language);
    Syntax syntax = Syntax.of(language);
    Lexer lexer = new Lexer(source, syntax, tree.words, tree.tokens);
    lexer.run(0, source.length);
    int root =
        syntax.indented()
            ? new IndentedStatements(tree, syntax, lexer).file()
            : new BraceStatements(tree, syntax, lexer).file();
    tree.setStart(root, 0);
    tree.setEnd(root, source.length);
    tree.finish(root);
    return tree;
  }
}
