package dev.assay.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How often each record hash was seen: a multiset in flat arrays, about 50 bytes a hash. Keeps the
 * first 192 bits of each. For one thread.
 */
final class HashCounts {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORDS = 3;
  private static final int SMALLEST = 1 << 10;

  private final int most;
  private long[] keys = new long[WORDS * SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int used;

  /**
   * @param most how many different hashes are kept
   */
  HashCounts(int most) {
    this.most = most;
  }

  /** Adds one; false if there is no place for a hash that is not known yet. */
  boolean add(byte[] hash) {
    int at = find(hash);
    if (isFree(at)) {
      if (used >= most) {
        return false;
      }
      if (used >= counts.length / 2) {
        grow();
        at = find(hash);
      }
      for (int i = 0; i < WORDS; i++) {
        keys[WORDS * at + i] = word(hash, i);
      }
      used++;
    }
    counts[at]++;
    return true;
  }

  /** Takes one away; false if there is none left. */
  boolean take(byte[] hash) {
    int at = find(hash);
    if (counts[at] == 0) {
      return false;
    }
    counts[at]--;
    return true;
  }

  private boolean isFree(int at) {
    // A hash whose count went back to 0 keeps its place; three zero words are no SHA-256.
    return keys[WORDS * at] == 0 && keys[WORDS * at + 1] == 0 && keys[WORDS * at + 2] == 0;
  }

  private int find(byte[] hash) {
    long first = word(hash, 0);
    long second = word(hash, 1);
    long third = word(hash, 2);
    int mask = counts.length - 1;
    int at = (int) first & mask;
    while (!isFree(at)
        && !(keys[WORDS * at] == first
            && keys[WORDS * at + 1] == second
            && keys[WORDS * at + 2] == third)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    counts = new int[2 * oldCounts.length];
    keys = new long[WORDS * counts.length];
    int mask = counts.length - 1;
    for (int i = 0; i < oldCounts.length; i++) {
      long[] key = Arrays.copyOfRange(oldKeys, WORDS * i, WORDS * i + WORDS);
      if (key[0] != 0 || key[1] != 0 || key[2] != 0) {
        int at = (int) key[0] & mask;
        while (!isFree(at)) {
          at = (at + 1) & mask;
        }
        System.arraycopy(key, 0, keys, WORDS * at, WORDS);
        counts[at] = oldCounts[i];
      }
    }
  }

  private static long word(byte[] hash, int index) {
    return (long) LONGS.get(hash, Long.BYTES * index);
  }
}
