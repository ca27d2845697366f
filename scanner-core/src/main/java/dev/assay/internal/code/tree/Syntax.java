package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** What a language's tokens look like. */
final class Syntax {
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

  private enum Trait {
    INDENTED,
    NEWLINES,
    HASH_COMMENT,
    SLASH_COMMENT,
    DASH_COMMENT,
    TRIPLE_QUOTES,
    SINGLE_QUOTES,
    BACKTICKS,
    DOLLAR_NAMES,
    ARROW_MEMBER,
    DOT_CONCAT,
    THIN_LAMBDA,
    OPEN_STRINGS,
    LETTER_PREFIXES,
    WIDE_STRINGS,
    HASH_STRINGS,
    VERBATIM,
    HEREDOCS,
    DIRECTIVES,
    CHANNELS,
    PRIVATE_NAMES
  }

  private static final Syntax PYTHON =
      with(
              Trait.INDENTED,
              Trait.NEWLINES,
              Trait.HASH_COMMENT,
              Trait.TRIPLE_QUOTES,
              Trait.SINGLE_QUOTES,
              Trait.LETTER_PREFIXES)
          .interpolating(Interpolation.PYTHON);
  private static final Syntax SCRIPT =
      with(
              Trait.NEWLINES,
              Trait.SLASH_COMMENT,
              Trait.SINGLE_QUOTES,
              Trait.BACKTICKS,
              Trait.DOLLAR_NAMES,
              Trait.PRIVATE_NAMES)
          .interpolating(Interpolation.BACKTICK);
  private static final Syntax JAVA =
      with(Trait.SLASH_COMMENT, Trait.TRIPLE_QUOTES, Trait.DOLLAR_NAMES, Trait.THIN_LAMBDA);
  private static final Syntax C =
      with(
          Trait.HASH_COMMENT,
          Trait.SLASH_COMMENT,
          Trait.ARROW_MEMBER,
          Trait.WIDE_STRINGS,
          Trait.DIRECTIVES);
  private static final Syntax CSHARP =
      with(Trait.HASH_COMMENT, Trait.SLASH_COMMENT, Trait.TRIPLE_QUOTES, Trait.VERBATIM)
          .interpolating(Interpolation.CSHARP);
  private static final Syntax GO =
      with(Trait.NEWLINES, Trait.SLASH_COMMENT, Trait.BACKTICKS, Trait.CHANNELS);
  private static final Syntax PHP =
      with(
              Trait.HASH_COMMENT,
              Trait.SLASH_COMMENT,
              Trait.SINGLE_QUOTES,
              Trait.BACKTICKS,
              Trait.DOLLAR_NAMES,
              Trait.ARROW_MEMBER,
              Trait.DOT_CONCAT,
              Trait.OPEN_STRINGS,
              Trait.HEREDOCS)
          .interpolating(Interpolation.PHP);
  private static final Syntax RUBY =
      with(Trait.NEWLINES, Trait.HASH_COMMENT, Trait.SINGLE_QUOTES, Trait.BACKTICKS)
          .interpolating(Interpolation.RUBY);
  private static final Syntax SHELL =
      with(
          Trait.NEWLINES,
          Trait.HASH_COMMENT,
          Trait.SINGLE_QUOTES,
          Trait.BACKTICKS,
          Trait.DOLLAR_NAMES);
  private static final Syntax RUST =
      with(Trait.SLASH_COMMENT, Trait.OPEN_STRINGS, Trait.HASH_STRINGS);
  private static final Syntax SQL =
      with(Trait.SLASH_COMMENT, Trait.DASH_COMMENT, Trait.SINGLE_QUOTES, Trait.BACKTICKS);
  private static final Syntax OTHER =
      with(
          Trait.NEWLINES,
          Trait.HASH_COMMENT,
          Trait.SLASH_COMMENT,
          Trait.SINGLE_QUOTES,
          Trait.BACKTICKS,
          Trait.DOLLAR_NAMES,
          Trait.LETTER_PREFIXES);

  private final int traits;
  private final Interpolation interpolation;

  private Syntax(int traits, Interpolation interpolation) {
    this.traits = traits;
    this.interpolation = interpolation;
  }

  private static Syntax with(Trait... traits) {
    int mask = 0;
    for (Trait trait : traits) {
      mask |= 1 << trait.ordinal();
    }
    return new Syntax(mask, Interpolation.NONE);
  }

  private Syntax interpolating(Interpolation how) {
    return new Syntax(traits, how);
  }

  private boolean has(Trait trait) {
    return (traits & 1 << trait.ordinal()) != 0;
  }

  /** How expressions stand inside string literals. */
  Interpolation interpolation() {
    return interpolation;
  }

  /** Blocks are told by indentation. */
  boolean indented() {
    return has(Trait.INDENTED);
  }

  /** A line's end may end a statement. */
  boolean newlines() {
    return has(Trait.NEWLINES);
  }

  /** {@code #} starts a comment. */
  boolean hashComment() {
    return has(Trait.HASH_COMMENT);
  }

  /** {@code //} and {@code /*} start comments. */
  boolean slashComment() {
    return has(Trait.SLASH_COMMENT);
  }

  /** {@code --} starts a comment. */
  boolean dashComment() {
    return has(Trait.DASH_COMMENT);
  }

  /** Three quotes delimit a string over lines. */
  boolean tripleQuotes() {
    return has(Trait.TRIPLE_QUOTES);
  }

  /** Single quotes delimit strings, not characters. */
  boolean singleQuoteString() {
    return has(Trait.SINGLE_QUOTES);
  }

  /** Backticks delimit strings. */
  boolean backtickString() {
    return has(Trait.BACKTICKS);
  }

  /** {@code $} is part of names. */
  boolean dollarNames() {
    return has(Trait.DOLLAR_NAMES);
  }

  /** {@code ->} reaches a member. */
  boolean arrowMember() {
    return has(Trait.ARROW_MEMBER);
  }

  /** {@code .} joins strings. */
  boolean dotConcat() {
    return has(Trait.DOT_CONCAT);
  }

  /** {@code ->} stands between parameters and body of a function. */
  boolean arrowLambda() {
    return has(Trait.THIN_LAMBDA);
  }

  /** Strings go on over lines. */
  boolean openStrings() {
    return has(Trait.OPEN_STRINGS);
  }

  /** {@code r"x"}, {@code b"x"} and their like. */
  boolean letterPrefixes() {
    return has(Trait.LETTER_PREFIXES);
  }

  /** {@code L"x"}, {@code R"d(x)d"}. */
  boolean wideStrings() {
    return has(Trait.WIDE_STRINGS);
  }

  /** {@code r#"x"#}; a quote alone starts a lifetime. */
  boolean hashStrings() {
    return has(Trait.HASH_STRINGS);
  }

  /** {@code @"x"}, where two quotes stand for one. */
  boolean verbatim() {
    return has(Trait.VERBATIM);
  }

  /** {@code <<<END}. */
  boolean heredocs() {
    return has(Trait.HEREDOCS);
  }

  /** {@code #include}, {@code #define}. */
  boolean directives() {
    return has(Trait.DIRECTIVES);
  }

  /** {@code <-} sends and receives. */
  boolean channels() {
    return has(Trait.CHANNELS);
  }

  /** {@code #} may start a name. */
  boolean privateNames() {
    return has(Trait.PRIVATE_NAMES);
  }

  static Syntax of(Language language) {
    return switch (language) {
      case PYTHON -> PYTHON;
      case JAVASCRIPT, TYPESCRIPT -> SCRIPT;
      case JAVA -> JAVA;
      case C, CPP -> C;
      case CSHARP -> CSHARP;
      case GO -> GO;
      case PHP -> PHP;
      case RUBY -> RUBY;
      case SHELL -> SHELL;
      case RUST -> RUST;
      case SQL -> SQL;
      case HTML, OTHER -> OTHER;
    };
  }
}
