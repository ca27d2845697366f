package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/**
 * What a language's tokens look like.
 *
 * @param indented blocks are told by indentation
 * @param newlines a line's end may end a statement
 * @param hashComment {@code #} starts a comment
 * @param slashComment {@code //} and {@code /*} start comments
 * @param dashComment {@code --} starts a comment
 * @param tripleQuotes three quotes delimit a string over lines
 * @param singleQuoteString single quotes delimit strings, not characters
 * @param backtickString backticks delimit strings
 * @param dollarNames {@code $} is part of names
 * @param interpolation how expressions stand inside string literals
 * @param arrowMember {@code ->} reaches a member
 * @param dotConcat {@code .} joins strings
 * @param arrowLambda {@code ->} stands between parameters and body of a function
 */
record Syntax(
    boolean indented,
    boolean newlines,
    boolean hashComment,
    boolean slashComment,
    boolean dashComment,
    boolean tripleQuotes,
    boolean singleQuoteString,
    boolean backtickString,
    boolean dollarNames,
    Interpolation interpolation,
    boolean arrowMember,
    boolean dotConcat,
    boolean arrowLambda) {

  /** How expressions stand inside string literals. */
  enum Interpolation {
    NONE,
    /** {@code f"{x}"}. */
    PYTHON,
    /** {@code `${x}`}. */
    BACKTICK,
    /** {@code "$x {$x->y}"}. */
    PHP,
    /** {@code "#{x}"}. */
    RUBY,
    /** {@code $"{x}"}. */
    CSHARP
  }

  private static final Syntax PYTHON =
      new Syntax(
          true,
          true,
          true,
          false,
          false,
          true,
          true,
          false,
          false,
          Interpolation.PYTHON,
          false,
          false,
          false);
  private static final Syntax SCRIPT =
      new Syntax(
          false,
          true,
          false,
          true,
          false,
          false,
          true,
          true,
          true,
          Interpolation.BACKTICK,
          false,
          false,
          false);
  private static final Syntax JAVA =
      new Syntax(
          false,
          false,
          false,
          true,
          false,
          true,
          false,
          false,
          true,
          Interpolation.NONE,
          false,
          false,
          true);
  private static final Syntax C =
      new Syntax(
          false,
          false,
          true,
          true,
          false,
          false,
          false,
          false,
          false,
          Interpolation.NONE,
          true,
          false,
          false);
  private static final Syntax CSHARP =
      new Syntax(
          false,
          false,
          true,
          true,
          false,
          true,
          false,
          false,
          false,
          Interpolation.CSHARP,
          false,
          false,
          false);
  private static final Syntax GO =
      new Syntax(
          false,
          true,
          false,
          true,
          false,
          false,
          false,
          true,
          false,
          Interpolation.NONE,
          false,
          false,
          false);
  private static final Syntax PHP =
      new Syntax(
          false,
          false,
          true,
          true,
          false,
          false,
          true,
          true,
          true,
          Interpolation.PHP,
          true,
          true,
          false);
  private static final Syntax RUBY =
      new Syntax(
          false,
          true,
          true,
          false,
          false,
          false,
          true,
          true,
          false,
          Interpolation.RUBY,
          false,
          false,
          false);
  private static final Syntax RUST =
      new Syntax(
          false,
          false,
          false,
          true,
          false,
          false,
          false,
          false,
          false,
          Interpolation.NONE,
          false,
          false,
          false);
  private static final Syntax SQL =
      new Syntax(
          false,
          false,
          false,
          true,
          true,
          false,
          true,
          true,
          false,
          Interpolation.NONE,
          false,
          false,
          false);
  private static final Syntax OTHER =
      new Syntax(
          false,
          true,
          true,
          true,
          false,
          false,
          true,
          true,
          true,
          Interpolation.NONE,
          false,
          false,
          false);

  static Syntax of(Language language) {
    return switch (language) {
      case PYTHON -> PYTHON;
      case JAVASCRIPT, TYPESCRIPT -> SCRIPT;
      case JAVA -> JAVA;
      case C, CPP -> C;
      case CSHARP -> CSHARP;
      case GO -> GO;
      case PHP -> PHP;
      case RUBY, SHELL -> RUBY;
      case RUST -> RUST;
      case SQL -> SQL;
      case HTML, OTHER -> OTHER;
    };
  }
}
