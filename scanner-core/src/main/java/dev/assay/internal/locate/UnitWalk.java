package dev.assay.internal.locate;

/** Steps through encoded text, counting the UTF-16 units that each step decodes to. */
final class UnitWalk {
  private UnitWalk() {}

  /** How a text is written. */
  enum Escapes {
    /** Nothing is escaped. */
    NONE,
    /** JSON's backslashes. */
    JSON,
    /** Quotes are doubled. */
    DOUBLED_QUOTES
  }

  /**
   * The bytes of a span of units. A span that begins or ends inside a pair of surrogates written as
   * one character takes all of it.
   */
  static ByteSpan span(byte[] bytes, int start, int end, int from, int to, Escapes escapes) {
    int i = start;
    int unit = 0;
    int first = -1;
    while (i < end && unit < to) {
      int units = units(bytes[i]);
      if (first < 0 && unit + units > from) {
        first = i;
      }
      unit += units;
      i += length(bytes, i, escapes);
    }
    if (unit < to || i > end) {
      throw new IllegalArgumentException("the value is shorter than the span");
    }
    return from == to ? emptyAt(bytes, start, end, from, escapes) : new ByteSpan(first, i);
  }

  private static ByteSpan emptyAt(byte[] bytes, int start, int end, int at, Escapes escapes) {
    int i = start;
    for (int unit = 0; i < end; ) {
      int units = units(bytes[i]);
      if (unit + units > at) {
        break;
      }
      unit += units;
      i += length(bytes, i, escapes);
    }
    return new ByteSpan(i, i);
  }

  /** How many UTF-16 units a text decodes to. */
  static int decodedUnits(byte[] bytes, int start, int end, Escapes escapes) {
    int units = 0;
    for (int i = start; i < end; i += length(bytes, i, escapes)) {
      units += units(bytes[i]);
    }
    return units;
  }

  /** How many UTF-16 units the bytes of plain UTF-8 decode to. */
  static int units(byte[] bytes, int start, int end) {
    int units = 0;
    for (int i = start; i < end; i++) {
      units += unitsOf(bytes[i]);
    }
    return units;
  }

  /**
   * What one byte of plain UTF-8 adds to the count of units: all of a character at its first byte.
   */
  static int unitsOf(byte b) {
    return (b & 0xC0) == 0x80 ? 0 : (b & 0xF8) == 0xF0 ? 2 : 1;
  }

  private static int units(byte lead) {
    return (lead & 0xF8) == 0xF0 ? 2 : 1;
  }

  private static int length(byte[] bytes, int i, Escapes escapes) {
    byte b = bytes[i];
    if (b >= 0) {
      if (b == '\\' && escapes == Escapes.JSON) {
        return i + 1 < bytes.length && bytes[i + 1] == 'u' ? 6 : 2;
      }
      return b == '"' && escapes == Escapes.DOUBLED_QUOTES ? 2 : 1;
    }
    int lead = b & 0xFF;
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  }
}
