package dev.assay.internal.regex;

/**
 * The members of the classes {@code \\d}, {@code \\w} and {@code \\s}, which RE2 keeps to ASCII.
 */
final class AsciiClass {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private AsciiClass() {}

  /** Members of the class named by that lower-case letter. */
  static String members(int name) {
    return switch (name) {
      case 'd' -> DIGITS;
      case 'w' -> DIGITS + LETTERS + LETTERS.toUpperCase(java.util.Locale.ROOT) + "_";
      case 's' -> "\t\n\f\r ";
      default -> throw new IllegalArgumentException("no class: " + (char) name);
    };
  }

  /** Its symbols, or those of all others where the name is in upper case. */
  static Symbols symbols(int name) {
    long low = 0;
    long high = 0;
    for (char c : members(Character.toLowerCase(name)).toCharArray()) {
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << (c - 64);
    }
    return Character.isLowerCase(name)
        ? Symbols.ofMembers(low, high, false)
        : Symbols.without(low, high);
  }
}
