package dev.assay.internal.segment;

/**
 * Maps short terms to numbers by a 64-bit hash that callers build up character by character, so
 * that looking a term up allocates nothing. Terms are told apart by their hash alone: with a few
 * hundred of them a false match is a matter of one in 10^16.
 *
 * <p>Immutable once filled, and then safe for use by many threads.
 */
final class TermTable {
  /** FNV-1a, 64 bit: draft-eastlake-fnv. */
  static final long SEED = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private final long[] keys;
  private final int[] values;

  /** A bit for each hash: small enough to stay near, it says of most that they are no term. */
  private final long[] filter;

  private final int mask;

  /**
   * @param expected number of terms that will be put
   */
  TermTable(int expected) {
    int size = Integer.highestOneBit(Math.max(8, expected)) * 4;
    keys = new long[size];
    values = new int[size];
    filter = new long[size / 16];
    mask = size - 1;
  }

  /** The hash of a term so far, one character longer. */
  static long extend(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** The hash of a whole term. */
  static long hash(String term) {
    long hash = SEED;
    for (int i = 0; i < term.length(); i++) {
      hash = extend(hash, term.charAt(i));
    }
    return hash;
  }

  /**
   * Adds a term.
   *
   * @param value not 0
   */
  void put(String term, int value) {
    long hash = hash(term);
    int slot = slot(hash);
    while (keys[slot] != 0) {
      if (keys[slot] == hash) {
        throw new IllegalArgumentException("term '" + term + "' is there twice");
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = hash;
    values[slot] = value;
    filter[word(hash)] |= bit(hash);
  }

  /** The value of the term with that hash, or 0. */
  int get(long hash) {
    if ((filter[word(hash)] & bit(hash)) == 0) {
      return 0;
    }
    int slot = slot(hash);
    while (keys[slot] != 0) {
      if (keys[slot] == hash) {
        return values[slot];
      }
      slot = (slot + 1) & mask;
    }
    return 0;
  }

  private int word(long hash) {
    return (int) (hash >>> 12) & filter.length - 1;
  }

  private static long bit(long hash) {
    return 1L << (hash >>> 40);
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 29)) & mask;
  }
}
