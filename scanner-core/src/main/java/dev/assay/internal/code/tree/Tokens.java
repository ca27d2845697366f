package dev.assay.internal.code.tree;

import java.util.Arrays;

/** Tokens as parallel arrays; positions count from the start of the segment. */
final class Tokens {
  static final byte END = 0;
  static final byte NAME = 1;
  static final byte NUMBER = 2;
  static final byte STRING = 3;
  static final byte OPERATOR = 4;

  /** End of a logical line; its info is the column of the next one. */
  static final byte NEWLINE = 5;

  /** A regular expression literal. */
  static final byte REGEX = 6;

  byte[] type = new byte[256];
  int[] start = new int[256];
  int[] end = new int[256];

  /**
   * NAME: number of the word. OPERATOR: its characters, see {@link #op}. STRING: see {@link
   * #string}.
   */
  int[] info = new int[256];

  /** For a bracket the token that it belongs to; -1 where there is none, and for other tokens. */
  int[] match = new int[256];

  int size;

  void add(byte tokenType, int from, int to, int tokenInfo) {
    if (size == type.length) {
      type = Arrays.copyOf(type, size * 2);
      start = Arrays.copyOf(start, size * 2);
      end = Arrays.copyOf(end, size * 2);
      info = Arrays.copyOf(info, size * 2);
      match = Arrays.copyOf(match, size * 2);
    }
    type[size] = tokenType;
    start[size] = from;
    end[size] = to;
    info[size] = tokenInfo;
    match[size] = -1;
    size++;
  }

  /** An operator's characters in one number, so that operators compare without a table. */
  static int op(String characters) {
    int code = 0;
    for (int i = characters.length() - 1; i >= 0; i--) {
      code = code << 8 | characters.charAt(i);
    }
    return code;
  }

  static final int RAW = 1;
  static final int INTERPOLATED = 2;
  static final int BYTES = 4;
  static final int OPEN = 8;

  /** Flags of a string literal with the lengths of what stands before and after its content. */
  static int string(int flags, int before, int after) {
    return flags | before << 8 | after << 16;
  }
}
