package dev.assay.internal.code.flow;

import java.util.Arrays;

/** Lists of nodes under a key, newest first. */
final class Links {
  private static final int[] NONE = {};
  private static final int MAX = 32;

  private int[] keys = new int[16];
  private int[] heads = new int[16];
  private int used;
  private int size = 1;
  private int[] node = new int[32];
  private int[] next = new int[32];

  void add(int key, int value) {
    int slot = slot(key);
    if (heads[slot] == 0) {
      keys[slot] = key;
      used++;
    }
    if (size == node.length) {
      node = Arrays.copyOf(node, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    node[size] = value;
    next[size] = heads[slot];
    heads[slot] = size++;
    if (used * 2 > keys.length) {
      grow();
    }
  }

  /** The newest nodes under the key, at most 32. */
  int[] get(int key) {
    int at = heads[slot(key)];
    if (at == 0) {
      return NONE;
    }
    int[] found = new int[MAX];
    int count = 0;
    for (; at != 0 && count < MAX; at = next[at]) {
      found[count++] = node[at];
    }
    return Arrays.copyOf(found, count);
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B1 >>> 8) & mask;
    while (heads[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new int[oldKeys.length * 2];
    heads = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
