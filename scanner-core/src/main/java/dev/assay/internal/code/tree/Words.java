package dev.assay.internal.code.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers for the words of a text. Words that some language reserves have the same number in every
 * text; the others are numbered as they appear.
 */
final class Words {
  private static final List<String> RESERVED =
      List.of(
          "if",
          "elif",
          "else",
          "for",
          "while",
          "def",
          "class",
          "return",
          "import",
          "from",
          "as",
          "try",
          "except",
          "finally",
          "with",
          "raise",
          "assert",
          "del",
          "global",
          "nonlocal",
          "pass",
          "break",
          "continue",
          "and",
          "or",
          "not",
          "in",
          "is",
          "lambda",
          "yield",
          "await",
          "async",
          "None",
          "True",
          "False",
          "print",
          "exec",
          "function",
          "func",
          "fn",
          "var",
          "let",
          "const",
          "new",
          "null",
          "nil",
          "true",
          "false",
          "undefined",
          "throw",
          "catch",
          "switch",
          "case",
          "do",
          "foreach",
          "elseif",
          "typeof",
          "instanceof",
          "delete",
          "void",
          "interface",
          "struct",
          "enum",
          "trait",
          "impl",
          "namespace",
          "package",
          "using",
          "use",
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "override",
          "virtual",
          "readonly",
          "export",
          "default",
          "extends",
          "implements",
          "throws",
          "mut",
          "pub",
          "ref",
          "unsafe",
          "defer",
          "go",
          "echo",
          "require",
          "require_once",
          "include",
          "include_once",
          "end",
          "begin",
          "then",
          "unless",
          "until",
          "elsif",
          "rescue",
          "ensure",
          "module",
          "of",
          "match",
          "NULL",
          "TRUE",
          "FALSE",
          "nullptr",
          "goto",
          "where",
          "const_cast",
          "unsigned",
          "signed",
          "extern",
          "inline",
          "volatile",
          "register",
          "synchronized",
          "transient",
          "native",
          "internal",
          "sealed",
          "partial",
          "out",
          "params",
          "when",
          "loop",
          "move",
          "dyn",
          "self",
          "this",
          "cls",
          "super",
          "type",
          "auto",
          "shell_exec",
          "chan",
          "range",
          "select",
          "fallthrough",
          "int",
          "long",
          "short",
          "char",
          "float",
          "double",
          "delegate",
          "lock",
          "fixed",
          "typename",
          "union",
          "typedef",
          "template",
          "restrict",
          "map",
          "sizeof",
          "operator",
          "record",
          "endif",
          "endforeach",
          "endfor",
          "endwhile",
          "endswitch");
  private static final int[] TABLE = table();
  private static final int[] HASHES = hashes();

  static final int FIRST_FREE = RESERVED.size();

  private final char[] source;
  private String[] text = new String[64];
  private int[] hash = new int[64];
  private int[] slots = new int[256];
  private int size;

  Words(char[] source) {
    this.source = source;
  }

  /** The number of a reserved word; it fails where the word is none. */
  static int reserved(String word) {
    int at = RESERVED.indexOf(word);
    if (at < 0) {
      throw new IllegalArgumentException("not a reserved word: " + word);
    }
    return at;
  }

  /** The number of the word {@code source[start, end)}. */
  int number(int start, int end) {
    int h = 0;
    for (int i = start; i < end; i++) {
      h = 31 * h + source[i];
    }
    int reserved = findReserved(h, start, end);
    if (reserved >= 0) {
      return reserved;
    }
    int mask = slots.length - 1;
    int slot = spread(h) & mask;
    while (slots[slot] != 0) {
      int at = slots[slot] - 1;
      if (hash[at] == h && same(text[at], start, end)) {
        return FIRST_FREE + at;
      }
      slot = (slot + 1) & mask;
    }
    return FIRST_FREE + add(slot, h, new String(source, start, end - start));
  }

  /** The number of a word that stands in the text, or -1. */
  int find(String word) {
    int h = word.hashCode();
    for (int slot = spread(h) & (TABLE.length - 1); TABLE[slot] != 0; slot = next(slot)) {
      if (RESERVED.get(TABLE[slot] - 1).equals(word)) {
        return TABLE[slot] - 1;
      }
    }
    int mask = slots.length - 1;
    for (int slot = spread(h) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int at = slots[slot] - 1;
      if (hash[at] == h && text[at].equals(word)) {
        return FIRST_FREE + at;
      }
    }
    return -1;
  }

  String word(int number) {
    return number < FIRST_FREE ? RESERVED.get(number) : text[number - FIRST_FREE];
  }

  /** Hash of a word's text. */
  int hash(int number) {
    return number < FIRST_FREE ? HASHES[number] : hash[number - FIRST_FREE];
  }

  /** One past the greatest number given out. */
  int limit() {
    return FIRST_FREE + size;
  }

  private int add(int slot, int h, String word) {
    if (size == text.length) {
      text = Arrays.copyOf(text, size * 2);
      hash = Arrays.copyOf(hash, size * 2);
    }
    text[size] = word;
    hash[size] = h;
    slots[slot] = size + 1;
    size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 4];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = spread(hash[i]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private int findReserved(int h, int start, int end) {
    for (int slot = spread(h) & (TABLE.length - 1); TABLE[slot] != 0; slot = next(slot)) {
      int at = TABLE[slot] - 1;
      if (HASHES[at] == h && same(RESERVED.get(at), start, end)) {
        return at;
      }
    }
    return -1;
  }

  private boolean same(String word, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != source[start + i]) {
        return false;
      }
    }
    return true;
  }

  private static int spread(int h) {
    return h ^ (h >>> 15) ^ (h >>> 7);
  }

  private static int next(int slot) {
    return (slot + 1) & (TABLE.length - 1);
  }

  private static int[] table() {
    int[] table = new int[1024];
    for (int i = 0; i < RESERVED.size(); i++) {
      int slot = spread(RESERVED.get(i).hashCode()) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = i + 1;
    }
    return table;
  }

  private static int[] hashes() {
    int[] hashes = new int[RESERVED.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = RESERVED.get(i).hashCode();
    }
    return hashes;
  }
}
