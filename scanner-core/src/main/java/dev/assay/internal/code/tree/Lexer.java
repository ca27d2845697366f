package dev.assay.internal.code.tree;

/**
 * Cuts code into tokens. It never fails: what it does not know becomes an operator of one
 * character.
 */
final class Lexer {
  private static final int MAX_BRACKETS = 256;
  private static final int MAX_REGEX = 2000;
  private static final int ECHO = Words.reserved("echo");

  private final char[] s;
  private final Syntax syntax;
  private final Words words;
  private final Tokens out;
  private final byte[] brackets = new byte[MAX_BRACKETS];
  private int depth;
  private int at;
  private int end;
  private int lineStart;
  private int statementColumn;
  private boolean pendingNewline;

  /** Where the code goes on behind a text that a line before this one opened. */
  private int behindText;

  /** Set once a percent literal was not closed: further ones are not looked for. */
  private boolean percentOff;

  Lexer(char[] source, Syntax syntax, Words words, Tokens out) {
    this.s = source;
    this.syntax = syntax;
    this.words = words;
    this.out = out;
  }

  /** Appends the tokens of {@code [from, to)} and an END; returns the index of the first. */
  int run(int from, int to) {
    int firstToken = out.size;
    at = from;
    end = to;
    lineStart = from;
    depth = 0;
    pendingNewline = false;
    if (syntax.dotConcat() && from == 0) {
      skipMarkup(true);
    }
    while (at < end) {
      step();
    }
    out.add(Tokens.NEWLINE, end, end, 0);
    out.add(Tokens.END, end, end, 0);
    if (!syntax.indented()) {
      Brackets.match(out, firstToken);
    }
    return firstToken;
  }

  private void step() {
    char c = s[at];
    if (c == '\n' || c == '\r') {
      newline();
    } else if (c == ' ' || c == '\t' || c == '\f' || c == '\u00a0' || c == '\ufeff') {
      at++;
    } else if (comment(c)) {
      return;
    } else {
      flushNewline();
      token(c);
    }
  }

  private void token(char c) {
    if (isNameStart(c)) {
      name();
    } else if (c >= '0' && c <= '9' || c == '.' && digitAt(at + 1)) {
      number();
    } else if (c == '\'' && syntax.hashStrings() && lifetime()) {
      return;
    } else if (c == '"' || c == '\'' || c == '`' && syntax.backtickString()) {
      string(at, at, 0);
    } else if (c == '\\' && at + 1 < end && (s[at + 1] == '\n' || s[at + 1] == '\r')) {
      at += 2;
      lineStart = at;
    } else if (c == '\\' && syntax.dotConcat() && at + 1 < end && isNameStart(s[at + 1])) {
      at++;
      name();
    } else if ((c == '$' || c == '@') && syntax.verbatim()) {
      prefixed();
    } else if (c == '<' && syntax.heredocs() && heredoc()) {
      return;
    } else if (c == '/' && syntax.interpolation() == Syntax.Interpolation.BACKTICK && regexHere()) {
      return;
    } else if (ruby() && (c == '%' || c == '<' || c == '/') && rubyLiteral(c)) {
      return;
    } else {
      operator(c);
    }
  }

  private boolean ruby() {
    return syntax.interpolation() == Syntax.Interpolation.RUBY;
  }

  private boolean rubyLiteral(char c) {
    boolean operand = operandBefore();
    if (c == '/') {
      boolean apart = at > 0 && s[at - 1] == ' ' && at + 1 < end && s[at + 1] != ' ';
      return (!operand || apart && out.type[out.size - 1] == Tokens.NAME) && regex();
    }
    if (c == '<') {
      int openEnd = RubyLiterals.heredoc(s, at, end);
      return openEnd > 0 && textOverLines(openEnd);
    }
    int opening = percentOff ? 0 : RubyLiterals.opening(s, at, end, operand);
    int close = opening == 0 ? -1 : RubyLiterals.closing(s, at + opening, end);
    if (close < 0) {
      percentOff |= opening > 0;
      return false;
    }
    int flags = RubyLiterals.flags(s[at + 1]);
    out.add(Tokens.STRING, at, close, Tokens.string(flags, opening, 1));
    at = close;
    return true;
  }

  private boolean textOverLines(int openEnd) {
    int body = behindText > at ? behindText : lineEnd(openEnd) + 1;
    if (body >= end) {
      behindText = end;
      return false;
    }
    int close = RubyLiterals.terminator(s, at, openEnd, body, end);
    int flags = s[openEnd - 1] == '\'' ? Tokens.RAW : Tokens.INTERPOLATED;
    out.add(Tokens.STRING, body, close, Tokens.string(flags, 0, 0));
    behindText = Math.min(end, lineEnd(close) + 1);
    at = openEnd;
    return true;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < end && s[i] != '\n') {
      i++;
    }
    return i;
  }

  /** {@code $"x"}, {@code @"x"}, {@code $@"x"}. */
  private void prefixed() {
    int i = at;
    int flags = 0;
    while (i < end && i < at + 3 && (s[i] == '$' || s[i] == '@')) {
      flags |= s[i] == '$' ? Tokens.INTERPOLATED : Tokens.RAW;
      i++;
    }
    if (i < end && s[i] == '"') {
      string(at, i, flags);
    } else {
      operator(s[at]);
    }
  }

  private boolean qualifies() {
    return s[at] == '\\' && syntax.dotConcat() && at + 1 < end && isNameStart(s[at + 1]);
  }

  private boolean heredoc() {
    int content = Literals.heredocContent(s, at, end);
    if (content < 0 || content - at > 255) {
      return false;
    }
    int from = at;
    boolean raw = Literals.heredocIsRaw(s, at);
    int close = Literals.heredocClose(s, at, content, end);
    at = Literals.heredocEnd(s, from, close, end);
    int flags = raw ? Tokens.RAW : Tokens.INTERPOLATED;
    out.add(Tokens.STRING, from, at, Tokens.string(flags, content - from, at - close));
    return true;
  }

  /** Goes past {@code 'a} where it is no character. */
  private boolean lifetime() {
    if (at + 2 >= end || s[at + 1] == '\\' || s[at + 2] == '\'' || !isNameStart(s[at + 1])) {
      return false;
    }
    at++;
    while (at < end && isNamePart(s[at])) {
      at++;
    }
    if (at + 1 < end && s[at] == ':' && s[at + 1] == ' ') {
      at++;
    }
    return true;
  }

  private void newline() {
    if (s[at] == '\r' && at + 1 < end && s[at + 1] == '\n') {
      at++;
    }
    at = Math.max(at + 1, Math.min(end, behindText));
    lineStart = at;
    if (!syntax.newlines()) {
      return;
    }
    if (depth == 0
        || !syntax.indented() && brackets[depth - 1] == '{'
        || syntax.channels() && brackets[depth - 1] == '(') {
      pendingNewline = true;
    } else if (syntax.indented() && startsStatement()) {
      depth = 0;
      pendingNewline = true;
    }
  }

  /** Whether the line at {@code at}, inside open brackets, can only be a new statement. */
  private boolean startsStatement() {
    int i = at;
    while (i < end && (s[i] == ' ' || s[i] == '\t')) {
      i++;
    }
    if (i - at > statementColumn) {
      return false;
    }
    if (i < end && s[i] == '@') {
      return true;
    }
    int from = i;
    while (i < end && s[i] >= 'a' && s[i] <= 'z') {
      i++;
    }
    return i > from
        && i < end
        && !isNamePart(s[i])
        && Reserved.startsStatement(words.number(from, i));
  }

  private void flushNewline() {
    if (!pendingNewline && out.size > 0) {
      return;
    }
    int column = 0;
    for (int i = lineStart; i < at; i++) {
      column += s[i] == '\t' ? 8 - column % 8 : 1;
    }
    statementColumn = column;
    if (pendingNewline) {
      out.add(Tokens.NEWLINE, lineStart, lineStart, column);
      pendingNewline = false;
    }
  }

  /** Goes to the code after the next {@code <?}; stays, if asked to, where there is none. */
  private void skipMarkup(boolean stay) {
    for (int i = at; i + 1 < end; i++) {
      if (s[i] == '<' && s[i + 1] == '?') {
        at = i + 2;
        if (at + 2 < end && s[at] == 'p' && s[at + 1] == 'h' && s[at + 2] == 'p') {
          at += 3;
        } else if (at < end && s[at] == '=') {
          out.add(Tokens.NAME, at, at + 1, ECHO);
          at++;
        }
        return;
      }
    }
    if (!stay) {
      at = end;
    }
  }

  private boolean comment(char c) {
    char n = at + 1 < end ? s[at + 1] : 0;
    if (c == '?' && n == '>' && syntax.dotConcat()) {
      out.add(Tokens.OPERATOR, at, at + 1, ';');
      at += 2;
      skipMarkup(false);
      return true;
    }
    if (c == '#' && syntax.directives() && directive()) {
      return true;
    }
    if (c == '#' && syntax.hashComment() && !(n == '[' && syntax.dollarNames())
        || c == '/' && n == '/' && syntax.slashComment()
        || c == '-' && n == '-' && syntax.dashComment()
        || c == '<' && n == '!' && at + 3 < end && s[at + 2] == '-' && s[at + 3] == '-') {
      while (at < end && s[at] != '\n' && s[at] != '\r') {
        at++;
      }
      return true;
    }
    if (c == '/' && n == '*' && syntax.slashComment()) {
      at += 2;
      while (at < end && !(s[at] == '*' && at + 1 < end && s[at + 1] == '/')) {
        at++;
      }
      at = Math.min(end, at + 2);
      return true;
    }
    return false;
  }

  /** {@code #include} and {@code #define} of a literal are read as statements. */
  private boolean directive() {
    int line = Literals.lineEnd(s, at, end);
    int word = Literals.skipBlanks(s, at + 1, line);
    int after = Literals.nameEnd(s, word, line);
    int operand = Literals.skipBlanks(s, after, line);
    if (Literals.is(s, word, after, "include") && operand < line) {
      int close = s[operand] == '<' ? '>' : s[operand];
      int to = operand + 1;
      while (to < line && s[to] != close) {
        to++;
      }
      out.add(Tokens.NAME, word, after, words.number(word, after));
      out.add(Tokens.STRING, operand, Math.min(line, to + 1), Tokens.string(Tokens.RAW, 1, 1));
      out.add(Tokens.OPERATOR, line, line, ';');
    } else if (Literals.is(s, word, after, "define") && operand < line) {
      define(operand, line);
    }
    at = line;
    return true;
  }

  private void define(int name, int line) {
    int after = Literals.nameEnd(s, name, line);
    int value = Literals.skipBlanks(s, after, line);
    if (value == after || value >= line || !(s[value] == '"' || digitAt(value))) {
      return;
    }
    out.add(Tokens.NAME, name, after, words.number(name, after));
    out.add(Tokens.OPERATOR, after, value, '=');
    at = value;
    while (at < line
        && !(s[at] == '/' && at + 1 < line && (s[at + 1] == '/' || s[at + 1] == '*'))) {
      if (s[at] == ' ' || s[at] == '\t' || s[at] == '\\' || s[at] == '\n' || s[at] == '\r') {
        at++;
      } else {
        token(s[at]);
      }
    }
    out.add(Tokens.OPERATOR, line, line, ';');
  }

  /** Reads a name; of a qualified one in PHP, {@code \A\B}, the last part. */
  private void name() {
    int from = at++;
    while (at < end && (isNamePart(s[at]) || qualifies())) {
      at++;
      if (s[at - 1] == '\\') {
        from = at;
      }
    }
    if (ruby() && at < end && (s[at] == '?' || s[at] == '!')) {
      boolean compared = at + 1 < end && s[at + 1] == '=';
      at += compared ? 0 : 1;
    }
    if (!ruby() && at < end && (s[at] == '"' || s[at] == '\'') && at - from <= 3) {
      int flags = prefixFlags(from, at);
      if (flags >= 0) {
        string(from, at, flags);
        return;
      }
    } else if (syntax.hashStrings() && at < end && s[at] == '#' && hashString(from)) {
      return;
    }
    out.add(Tokens.NAME, from, at, words.number(from, at));
  }

  /** {@code r#"x"#}. */
  private boolean hashString(int from) {
    int content = s[at - 1] == 'r' && at - from <= 2 ? Literals.hashContent(s, at, end) : -1;
    if (content < 0) {
      return false;
    }
    int hashes = content - 1 - at;
    int close = Literals.hashClose(s, content, hashes, end);
    at = Math.min(end, close + 1 + hashes);
    out.add(Tokens.STRING, from, at, Tokens.string(Tokens.RAW, content - from, at - close));
    return true;
  }

  private int prefixFlags(int from, int to) {
    if (syntax.wideStrings()) {
      return Literals.wideFlags(s, from, to);
    }
    if (syntax.hashStrings()) {
      return Literals.letterFlags(s, from, to, false);
    }
    return syntax.letterPrefixes() ? Literals.letterFlags(s, from, to, syntax.indented()) : -1;
  }

  private void number() {
    int from = at;
    while (at < end
        && (isNamePart(s[at])
            || s[at] == '.' && digitAt(at + 1)
            || s[at] == '.' && at > from && s[at - 1] != '.' && !nameAt(at + 1)
            || s[at] == '\'' && syntax.wideStrings() && at > from && digitAt(at + 1)
            || (s[at] == '+' || s[at] == '-') && exponent(from))) {
      at++;
    }
    out.add(Tokens.NUMBER, from, at, 0);
  }

  private boolean exponent(int from) {
    char c = s[at - 1];
    return (c == 'e' || c == 'E') && digitAt(at + 1) && !(s[from] == '0' && s[from + 1] == 'x');
  }

  private boolean digitAt(int i) {
    return i < end && s[i] >= '0' && s[i] <= '9';
  }

  private boolean nameAt(int i) {
    return i < end && (isNameStart(s[i]) || s[i] == '.');
  }

  /**
   * Reads a literal whose prefix starts at {@code from} and whose quote stands at {@code quoteAt}.
   */
  private void string(int from, int quoteAt, int prefix) {
    char quote = s[quoteAt];
    int flags = prefix | defaultFlags(quote);
    boolean triple =
        syntax.tripleQuotes()
            && quoteAt + 2 < end
            && s[quoteAt + 1] == quote
            && s[quoteAt + 2] == quote;
    int quoteLength = triple ? 3 : 1;
    at = quoteAt + quoteLength;
    if (quote == '"' && (flags & Tokens.RAW) != 0 && syntax.wideStrings()) {
      delimited(from);
      return;
    }
    boolean closed =
        (flags & Tokens.RAW) != 0 && syntax.verbatim() && !triple
            ? verbatim()
            : scan(quote, triple, flags);
    int after = closed ? quoteLength : 0;
    out.add(Tokens.STRING, from, at, Tokens.string(flags, quoteAt + quoteLength - from, after));
  }

  /** {@code R"d(x)d"}; stands after the quote. */
  private void delimited(int from) {
    int content = Literals.delimitedContent(s, at, end);
    if (content < 0) {
      boolean closed = scan('"', false, 0);
      out.add(Tokens.STRING, from, at, Tokens.string(0, 1, closed ? 1 : 0));
      return;
    }
    int close = Literals.delimitedClose(s, at, content, end);
    int after = Math.min(end - close, content - at + 1);
    at = close + after;
    out.add(Tokens.STRING, from, at, Tokens.string(Tokens.RAW, content - from, after));
  }

  private boolean verbatim() {
    while (at < end) {
      if (s[at] == '"') {
        at++;
        if (at >= end || s[at] != '"') {
          return true;
        }
      }
      at++;
    }
    return false;
  }

  private int defaultFlags(char quote) {
    return switch (syntax.interpolation()) {
      case BACKTICK -> quote == '`' ? Tokens.INTERPOLATED : 0;
      case PHP, RUBY -> quote == '"' || quote == '`' ? Tokens.INTERPOLATED : 0;
      default -> quote == '`' ? Tokens.RAW : 0;
    };
  }

  private boolean scan(char quote, boolean triple, int flags) {
    boolean multiline = triple || quote == '`' || syntax.openStrings();
    boolean braces = (flags & Tokens.INTERPOLATED) != 0 && quote == '`';
    boolean escapes = (flags & Tokens.RAW) == 0 || !syntax.hashStrings() && !syntax.channels();
    while (at < end) {
      char c = s[at];
      if (c == '\\' && escapes) {
        at = Math.min(end, at + 2);
      } else if (c == quote
          && (!triple || at + 2 < end && s[at + 1] == quote && s[at + 2] == quote)) {
        at += triple ? 3 : 1;
        return true;
      } else if (triple && c == quote && at + 3 > end) {
        at++;
      } else if (!multiline && (c == '\n' || c == '\r')) {
        return false;
      } else if (braces && c == '$' && at + 1 < end && s[at + 1] == '{') {
        at = Holes.closing(s, at + 2, end);
      } else {
        at++;
      }
    }
    return false;
  }

  private boolean operandBefore() {
    int last = out.size - 1;
    if (last < 0) {
      return false;
    }
    byte type = out.type[last];
    return type == Tokens.NUMBER
        || type == Tokens.STRING
        || type == Tokens.NAME && !Reserved.beforeOperand(out.info[last])
        || type == Tokens.OPERATOR && (out.info[last] == ')' || out.info[last] == ']');
  }

  private boolean regexHere() {
    return !operandBefore() && regex();
  }

  private boolean regex() {
    int i = at + 1;
    boolean inClass = false;
    int limit = Math.min(end, at + MAX_REGEX);
    while (i < limit && s[i] != '\n' && (s[i] != '/' || inClass)) {
      if (s[i] == '[') {
        inClass = true;
      } else if (s[i] == ']') {
        inClass = false;
      }
      i += s[i] == '\\' ? 2 : 1;
    }
    if (i >= limit || s[i] != '/') {
      return false;
    }
    int from = at;
    at = i + 1;
    while (at < end && s[at] >= 'a' && s[at] <= 'z') {
      at++;
    }
    out.add(Tokens.STRING, from, at, Tokens.string(Tokens.RAW, 1, at - i));
    return true;
  }

  private void operator(char c) {
    int from = at;
    int length = Reserved.operatorLength(s, at, end);
    if (length == 2 && c == '<' && s[at + 1] == '-' && !syntax.channels()) {
      length = 1;
    }
    at += length;
    int code = c;
    for (int i = 1; i < length; i++) {
      code |= s[from + i] << 8 * i;
    }
    if (length == 1) {
      bracket(c);
    }
    out.add(Tokens.OPERATOR, from, at, code);
  }

  private void bracket(char c) {
    if (c == '(' || c == '[' || c == '{') {
      if (depth < MAX_BRACKETS) {
        brackets[depth++] = (byte) c;
      }
    } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
      if (!syntax.indented() && c == '}') {
        while (depth > 1 && brackets[depth - 1] != '{') {
          depth--;
        }
      }
      depth--;
    }
  }

  private boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c == '$' && syntax.dollarNames()
        || c == '#' && syntax.privateNames()
        || c > 127 && Character.isLetter(c);
  }

  private boolean isNamePart(char c) {
    return isNameStart(c) && c != '#'
        || c >= '0' && c <= '9'
        || c > 127 && Character.isLetterOrDigit(c);
  }
}
