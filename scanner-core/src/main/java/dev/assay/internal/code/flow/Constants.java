package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Values of expressions that are constants, and the constant text of strings that are built. */
public final class Constants {
  /** Stands in a text for what is not constant. */
  public static final char HOLE = '\u25a1';

  private static final int MAX_TEXT = 4000;
  private static final int MAX_STEPS = 200;
  private static final int MAX_DEPTH = 24;
  private static final Map<String, Long> STAT = stat();

  private final Flow flow;
  private final Tree tree;
  private int steps;
  private @Nullable String @Nullable [] texts;

  Constants(Flow flow) {
    this.flow = flow;
    this.tree = flow.tree;
  }

  /** The integer that the expression comes to, if it is constant. */
  public OptionalLong integer(int node) {
    return integer(node, 0);
  }

  private OptionalLong integer(int node, int depth) {
    if (node == 0 || depth > 12) {
      return OptionalLong.empty();
    }
    return switch (tree.kind(node)) {
      case Kind.NUMBER -> number(tree.text(node));
      case Kind.BINARY -> fold(node, depth);
      case Kind.UNARY -> {
        OptionalLong inner = integer(tree.first(node), depth + 1);
        yield inner.isPresent() && tree.data(node) == '-'
            ? OptionalLong.of(-inner.getAsLong())
            : OptionalLong.empty();
      }
      case Kind.NAME, Kind.ATTRIBUTE -> {
        Long known = STAT.get(tree.word(tree.data(node)));
        if (known != null) {
          yield OptionalLong.of(known);
        }
        int value = single(node);
        yield value == 0 ? OptionalLong.empty() : integer(value, depth + 1);
      }
      case Kind.CALL -> octal(node, depth);
      default -> OptionalLong.empty();
    };
  }

  /** {@code int('777', 8)}. */
  private OptionalLong octal(int call, int depth) {
    int text = tree.child(call, 1);
    OptionalLong base = integer(tree.child(call, 2), depth + 1);
    if (text == 0
        || tree.kind(text) != Kind.STRING
        || base.isEmpty()
        || base.getAsLong() < 2
        || base.getAsLong() > 36) {
      return OptionalLong.empty();
    }
    return parse(tree.stringValue(text).replaceFirst("^0o", ""), (int) base.getAsLong());
  }

  private OptionalLong fold(int node, int depth) {
    int child = tree.first(node);
    OptionalLong total = integer(child, depth + 1);
    for (child = tree.next(child); child != 0 && total.isPresent(); child = tree.next(child)) {
      OptionalLong right = integer(child, depth + 1);
      if (right.isEmpty()) {
        return right;
      }
      total = fold(tree.data(node), total.getAsLong(), right.getAsLong());
    }
    return total;
  }

  private static OptionalLong fold(int op, long left, long right) {
    return switch (op) {
      case '|' -> OptionalLong.of(left | right);
      case '&' -> OptionalLong.of(left & right);
      case '^' -> OptionalLong.of(left ^ right);
      case '+' -> OptionalLong.of(left + right);
      case '-' -> OptionalLong.of(left - right);
      case '*' -> OptionalLong.of(left * right);
      case '<' | '<' << 8 -> OptionalLong.of(left << right);
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong number(String written) {
    String text = written.replace("_", "");
    if (text.length() > 2 && text.charAt(0) == '0') {
      char base = Character.toLowerCase(text.charAt(1));
      if (base == 'o' || base == 'x' || base == 'b') {
        return parse(text.substring(2), base == 'o' ? 8 : base == 'x' ? 16 : 2);
      }
    }
    boolean octal = text.length() > 1 && text.charAt(0) == '0';
    return parse(text, octal ? 8 : 10);
  }

  private static OptionalLong parse(String digits, int base) {
    if (digits.isEmpty() || digits.length() > 18) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), base);
      if (digit < 0) {
        return OptionalLong.empty();
      }
      value = value * base + digit;
    }
    return OptionalLong.of(value);
  }

  /** The one value that a name stands for, or 0. */
  int single(int node) {
    if (tree.kind(node) == Kind.ATTRIBUTE) {
      int[] values = flow.definitions().members.get(flow.definitions().member(node));
      return values.length == 1 && isSelf(tree.first(node)) ? values[0] : 0;
    }
    if (tree.kind(node) != Kind.NAME) {
      return 0;
    }
    Definitions definitions = flow.definitions();
    int[] reaching = definitions.of(node);
    if (reaching.length != 1) {
      return 0;
    }
    if (definitions.kind[reaching[0]] == Definitions.PARAMETER) {
      return flow.arguments().only(definitions.value[reaching[0]]);
    }
    if (definitions.kind[reaching[0]] != Definitions.VALUE) {
      return 0;
    }
    int value = definitions.value[reaching[0]];
    return value == node ? 0 : value;
  }

  private boolean isSelf(int node) {
    String word = tree.kind(node) == Kind.NAME ? tree.word(tree.data(node)) : "";
    return word.equals("self") || word.equals("this") || word.equals("cls") || word.equals("$this");
  }

  /** The value behind names: what single definitions lead to, or the node itself. */
  public int behind(int node) {
    int at = node;
    for (int i = 0; i < 8; i++) {
      int value = single(at);
      if (value == 0) {
        return at;
      }
      at = value;
    }
    return at;
  }

  /**
   * The text that the expression comes to, with {@link #HOLE} for each part that is not constant.
   */
  public String text(int node) {
    String[] known = texts;
    if (known == null) {
      known = new String[tree.size()];
      texts = known;
    }
    String text = known[node];
    if (text == null) {
      StringBuilder out = new StringBuilder();
      steps = 0;
      text(node, out, 0);
      text = out.toString();
      known[node] = text;
    }
    return text;
  }

  private void text(int node, StringBuilder out, int depth) {
    if (node == 0 || depth > MAX_DEPTH || out.length() > MAX_TEXT || ++steps > MAX_STEPS) {
      out.append(HOLE);
      return;
    }
    switch (tree.kind(node)) {
      case Kind.STRING -> out.append(tree.stringValue(node));
      case Kind.NUMBER -> out.append(tree.text(node));
      case Kind.TEMPLATE -> template(node, out, depth);
      case Kind.HOLE -> text(tree.first(node), out, depth + 1);
      case Kind.BINARY -> binary(node, out, depth);
      case Kind.CALL -> call(node, out, depth);
      case Kind.TERNARY -> text(tree.child(node, 1), out, depth + 1);
      case Kind.NAME, Kind.ATTRIBUTE -> name(node, out, depth);
      case Kind.TUPLE -> text(tree.first(node), out, depth + 1);
      case Kind.UNARY -> {
        if (tree.data(node) == '&') {
          text(tree.first(node), out, depth + 1);
        } else {
          out.append(HOLE);
        }
      }
      case Kind.INDEX -> {
        if (tree.data(node) == 1) {
          text(tree.first(node), out, depth + 1);
        } else {
          out.append(HOLE);
        }
      }
      default -> out.append(HOLE);
    }
  }

  private void template(int node, StringBuilder out, int depth) {
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.STRING) {
        out.append(tree.stringValue(child).replace("{{", "{").replace("}}", "}"));
      } else {
        text(child, out, depth + 1);
      }
    }
  }

  private void binary(int node, StringBuilder out, int depth) {
    int op = tree.data(node);
    int left = tree.first(node);
    if (op == '+' || op == '.' || op == '/') {
      for (int child = left; child != 0; child = tree.next(child)) {
        text(child, out, depth + 1);
      }
    } else if (op == '%') {
      StringBuilder format = new StringBuilder();
      text(left, format, depth + 1);
      percent(format, tree.next(left), out, depth);
    } else {
      out.append(HOLE);
    }
  }

  private void percent(StringBuilder format, int values, StringBuilder out, int depth) {
    int value = values != 0 && tree.kind(values) == Kind.TUPLE ? tree.first(values) : values;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 >= format.length()) {
        out.append(c);
        continue;
      }
      if (format.charAt(i + 1) == '%') {
        out.append('%');
        i++;
        continue;
      }
      i = conversion(format, i + 1);
      if (value != 0) {
        text(value, out, depth + 1);
        value = tree.next(value);
      } else {
        out.append(HOLE);
      }
    }
  }

  private static int conversion(StringBuilder format, int from) {
    int i = from;
    if (i < format.length() && format.charAt(i) == '(') {
      while (i < format.length() && format.charAt(i) != ')') {
        i++;
      }
      i++;
    }
    while (i < format.length() && "0123456789.+- #".indexOf(format.charAt(i)) >= 0) {
      i++;
    }
    return Math.min(i, format.length() - 1);
  }

  private void call(int node, StringBuilder out, int depth) {
    int callee = tree.first(node);
    if (tree.kind(callee) != Kind.ATTRIBUTE) {
      String word = tree.kind(callee) == Kind.NAME ? tree.word(tree.data(callee)) : "";
      if (word.equals("str")
          || word.equals("text")
          || word.equals("dedent")
          || word.equals("Markup")
          || word.equals("StringBuilder")
          || word.equals("StringBuffer")
          || word.equals("String")
          || isGoText(word)) {
        if (tree.next(callee) != 0) {
          text(tree.next(callee), out, depth + 1);
        }
      } else if (isC()) {
        copied(word, tree.next(callee), out, depth);
      } else if (word.equals("sprintf")) {
        printf(tree.next(callee), out, depth);
      } else if (word.equals("format") && tree.language == Language.RUST) {
        int first = tree.next(callee);
        format(first, first == 0 ? 0 : tree.next(first), out, depth);
      } else {
        out.append(HOLE);
      }
      return;
    }
    String method = tree.word(tree.data(callee));
    if (method.equals("Sprintf") || method.equals("format") && isString(tree.first(callee))) {
      printf(tree.next(callee), out, depth);
      return;
    }
    switch (method) {
      case "format" -> format(tree.first(callee), tree.next(callee), out, depth);
      case "formatted" -> {
        StringBuilder format = new StringBuilder();
        text(tree.first(callee), format, depth + 1);
        percent(format, tree.next(callee), out, depth);
      }
      case "Format" -> {
        int format = tree.next(callee);
        format(format, format == 0 ? 0 : tree.next(format), out, depth);
      }
      case "append", "concat", "Append", "Concat" -> {
        int object = tree.first(callee);
        if (!isType(object)) {
          text(object, out, depth + 1);
        }
        for (int child = tree.next(callee); child != 0; child = tree.next(child)) {
          text(child, out, depth + 1);
        }
      }
      case "arg" -> {
        text(tree.first(callee), out, depth + 1);
        out.append(HOLE);
      }
      case "c_str",
          "data",
          "toStdString",
          "toUtf8",
          "toLatin1",
          "toLocal8Bit",
          "constData",
          "as_str",
          "to_string",
          "to_owned",
          "as_bytes",
          "into",
          "as_ref",
          "str",
          "strip",
          "lower",
          "upper",
          "encode",
          "dedent",
          "lstrip",
          "rstrip",
          "text",
          "toString",
          "ToString",
          "trim",
          "Trim",
          "getBytes" ->
          text(
              method.equals("dedent") || method.equals("text")
                  ? tree.next(callee)
                  : tree.first(callee),
              out,
              depth + 1);
      case "join" -> join(node, callee, out, depth);
      default -> out.append(HOLE);
    }
  }

  private boolean isC() {
    return tree.language == Language.C || tree.language == Language.CPP;
  }

  /** What functions of C put into their first argument. */
  private void copied(String word, int target, StringBuilder out, int depth) {
    int second = target == 0 ? 0 : tree.next(target);
    switch (word) {
      case "sprintf", "asprintf", "wsprintf", "wsprintfA" -> printf(second, out, depth);
      case "snprintf", "_snprintf", "g_snprintf", "sprintf_s" ->
          printf(second == 0 ? 0 : tree.next(second), out, depth);
      case "g_strdup_printf", "fmt_format" -> printf(target, out, depth);
      case "strcpy", "strcat", "strncpy", "strncat", "strlcpy", "strlcat", "memcpy" ->
          text(second, out, depth + 1);
      case "strdup" -> text(target, out, depth + 1);
      default -> out.append(HOLE);
    }
  }

  private boolean isString(int node) {
    return tree.kind(node) == Kind.NAME && tree.word(tree.data(node)).equals("String");
  }

  /** {@code string(b)}, {@code []byte(s)}. */
  private boolean isGoText(String word) {
    return tree.language == Language.GO && (word.equals("string") || word.equals("byte"));
  }

  private boolean isType(int node) {
    return isString(node)
        || tree.kind(node) == Kind.NAME && tree.word(tree.data(node)).equals("string");
  }

  private void printf(int formatNode, StringBuilder out, int depth) {
    StringBuilder format = new StringBuilder();
    text(formatNode, format, depth + 1);
    percent(format, formatNode == 0 ? 0 : tree.next(formatNode), out, depth);
  }

  private void join(int node, int callee, StringBuilder out, int depth) {
    int list = behind(tree.next(callee));
    if (tree.kind(list) == Kind.LIST || tree.kind(list) == Kind.TUPLE) {
      for (int child = tree.first(list); child != 0; child = tree.next(child)) {
        text(child, out, depth + 1);
        if (tree.next(child) != 0) {
          text(tree.first(callee), out, depth + 1);
        }
      }
    } else if (tree.kind(list) == Kind.COMPREHENSION) {
      text(tree.first(list), out, depth + 1);
      text(tree.first(callee), out, depth + 1);
      out.append(HOLE);
    } else {
      out.append(HOLE);
    }
  }

  private void format(int written, int values, StringBuilder out, int depth) {
    StringBuilder format = new StringBuilder();
    text(written, format, depth + 1);
    int value = values;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if ((c == '{' || c == '}') && i + 1 < format.length() && format.charAt(i + 1) == c) {
        out.append(c);
        i++;
      } else if (c == '{') {
        int close = format.indexOf("}", i);
        boolean positional = close == i + 1;
        i = close < 0 ? format.length() : close;
        if (positional && value != 0 && tree.kind(value) != Kind.KEYWORD) {
          text(value, out, depth + 1);
          value = tree.next(value);
        } else {
          out.append(HOLE);
        }
      } else {
        out.append(c);
      }
    }
  }

  private void name(int node, StringBuilder out, int depth) {
    if (tree.kind(node) == Kind.ATTRIBUTE) {
      int value = single(node);
      if (value == 0) {
        out.append(HOLE);
      } else {
        text(value, out, depth + 1);
      }
      return;
    }
    Definitions definitions = flow.definitions();
    int[] reaching = definitions.of(node);
    boolean any = false;
    for (int i = reaching.length - 1; i >= 0; i--) {
      byte kind = definitions.kind[reaching[i]];
      if (kind == Definitions.VALUE || kind == Definitions.MIXED) {
        if (any && kind == Definitions.VALUE) {
          out.append('\n');
        }
        text(definitions.value[reaching[i]], out, depth + 2);
        any = true;
      } else if (kind != Definitions.DECLARED) {
        out.append(HOLE);
        any = true;
      }
    }
    if (!any) {
      out.append(HOLE);
    }
  }

  private static Map<String, Long> stat() {
    Map<String, Long> bits = new HashMap<>();
    String[] names = {"XOTH", "WOTH", "ROTH", "XGRP", "WGRP", "RGRP", "XUSR", "WUSR", "RUSR"};
    for (int i = 0; i < names.length; i++) {
      bits.put("S_I" + names[i], 1L << i);
    }
    bits.put("S_IRWXO", 7L);
    bits.put("S_IRWXG", 7L << 3);
    bits.put("S_IRWXU", 7L << 6);
    bits.put("S_IREAD", 1L << 8);
    bits.put("S_IWRITE", 1L << 7);
    bits.put("S_IEXEC", 1L << 6);
    return Map.copyOf(bits);
  }
}
