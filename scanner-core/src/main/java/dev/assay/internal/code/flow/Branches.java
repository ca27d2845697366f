package dev.assay.internal.code.flow;

import java.util.Arrays;

/** Takes back what one branch defined before the next is walked, and merges them at the end. */
final class Branches {
  private final DefinitionWalk walk;
  private final Definitions definitions;
  private final int[] tally;

  private int[] logWord = new int[32];
  private int[] logList = new int[32];
  private int logged;

  private int[] pendingWord = new int[32];
  private int[] pendingList = new int[32];
  private int pending;

  private int[] frames = new int[16];
  private int depth;
  private int left;

  Branches(DefinitionWalk walk, Definitions definitions, int words) {
    this.walk = walk;
    this.definitions = definitions;
    this.tally = new int[words];
  }

  void clear() {
    logged = 0;
    pending = 0;
    depth = 0;
    left = 0;
  }

  /** Starts a set of alternatives. */
  void open() {
    if (depth + 2 > frames.length) {
      frames = Arrays.copyOf(frames, frames.length * 2);
    }
    frames[depth++] = pending;
    frames[depth++] = left;
    left = 0;
  }

  int mark() {
    return logged;
  }

  /** Notes what a word stood for before it is set. */
  void note(int word, int list) {
    if (depth == 0) {
      return;
    }
    if (logged == logWord.length) {
      logWord = Arrays.copyOf(logWord, logged * 2);
      logList = Arrays.copyOf(logList, logged * 2);
    }
    logWord[logged] = word;
    logList[logged++] = list;
  }

  /**
   * Ends one alternative that began at {@code mark}; {@code leaves} if it does not fall through.
   */
  void close(int mark, boolean leaves) {
    int first = pending;
    for (int i = logged - 1; i >= mark; i--) {
      int word = logWord[i];
      if (!leaves && tally[word] == 0) {
        tally[word] = 1;
        add(word, walk.list(word));
      }
      walk.restore(word, logList[i]);
    }
    for (int i = first; i < pending; i++) {
      tally[pendingWord[i]] = 0;
    }
    logged = mark;
    if (leaves) {
      left++;
    }
  }

  private void add(int word, int list) {
    if (pending == pendingWord.length) {
      pendingWord = Arrays.copyOf(pendingWord, pending * 2);
      pendingList = Arrays.copyOf(pendingList, pending * 2);
    }
    pendingWord[pending] = word;
    pendingList[pending++] = list;
  }

  /**
   * Ends the set: each word stands for what any alternative left in it, and for what it stood for
   * before unless every one of them set it or left.
   */
  void merge(int alternatives, boolean exhaustive) {
    int leaving = left;
    left = frames[--depth];
    int from = frames[--depth];
    int to = pending;
    for (int i = from; i < to; i++) {
      tally[pendingWord[i]]++;
    }
    for (int i = from; i < to; i++) {
      int word = pendingWord[i];
      if (tally[word] > 0) {
        boolean always = exhaustive && tally[word] + leaving >= alternatives;
        tally[word] = -1;
        int before = always ? 0 : walk.list(word);
        walk.set(word, before == 0 ? pendingList[i] : definitions.union(before, pendingList[i]));
      } else {
        walk.restore(word, definitions.union(walk.list(word), pendingList[i]));
      }
    }
    for (int i = from; i < to; i++) {
      tally[pendingWord[i]] = 0;
    }
    pending = from;
  }
}
