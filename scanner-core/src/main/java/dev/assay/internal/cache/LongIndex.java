package dev.assay.internal.cache;

import java.util.Arrays;

/**
 * From a key's first eight bytes to a place: open addressing, two longs an entry. For one thread.
 */
final class LongIndex {
  private static final long FREE = -1;

  private long[] keys = new long[1 << 12];
  private long[] places = new long[1 << 12];
  private int size;

  LongIndex() {
    Arrays.fill(places, FREE);
  }

  int size() {
    return size;
  }

  /** The place of a key; -1 if there is none. */
  long get(long key) {
    for (int i = slot(key, keys.length); places[i] != FREE; i = (i + 1) & (keys.length - 1)) {
      if (keys[i] == key) {
        return places[i];
      }
    }
    return FREE;
  }

  /** Notes a key's place; the newest is kept. */
  void put(long key, long place) {
    if (3L * size >= 2L * keys.length) {
      grow();
    }
    int i = slot(key, keys.length);
    while (places[i] != FREE && keys[i] != key) {
      i = (i + 1) & (keys.length - 1);
    }
    size += places[i] == FREE ? 1 : 0;
    keys[i] = key;
    places[i] = place;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldPlaces = places;
    keys = new long[oldKeys.length * 2];
    places = new long[oldKeys.length * 2];
    Arrays.fill(places, FREE);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldPlaces[i] != FREE) {
        put(oldKeys[i], oldPlaces[i]);
      }
    }
  }

  /** Keys are digests, so any of their bits will do. */
  private static int slot(long key, int length) {
    return (int) (key ^ key >>> 32) & (length - 1);
  }
}
