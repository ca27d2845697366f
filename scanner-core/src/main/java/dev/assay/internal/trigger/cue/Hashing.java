package dev.assay.internal.trigger.cue;

/** Hashes of 32 bits, the same in every run. */
public final class Hashing {
  /** The hash of nothing (FNV-1a), not finished. */
  public static final int START = 0x811C9DC5;

  private Hashing() {}

  /** The hash of the text, letters taken in lower case. */
  public static int lower(CharSequence text, int from, int to, int seed) {
    int hash = seed ^ START;
    for (int i = from; i < to; i++) {
      hash = add(hash, text.charAt(i));
    }
    return finish(hash);
  }

  /** One more character, in lower case, of a hash that begins with {@link #START}. */
  public static int add(int hash, char c) {
    return (hash ^ (c < 128 ? ascii(c) : Character.toLowerCase(c))) * 0x01000193;
  }

  private static int ascii(char c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /** Two hashes made one; the order matters. */
  public static int join(int first, int second) {
    return finish(first * 0x2C1B3C6D + Integer.rotateLeft(second, 13) * 0x297A2D39 + 0x7F4A7C15);
  }

  /** Spreads what differs in few bits over all. */
  public static int finish(int value) {
    int hash = value;
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}
