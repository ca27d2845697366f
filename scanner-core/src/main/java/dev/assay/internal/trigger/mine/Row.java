package dev.assay.internal.trigger.mine;

import java.util.Arrays;

/**
 * What the mining keeps of one record: hashes, no text.
 *
 * @param ordinal of the record in the scan
 * @param tokens of the prompt, in order
 * @param patterns of characters in the prompt
 * @param behaviours of the answer, sorted
 * @param weight how many records it stands for, where not all of them are kept
 * @param prints by which records that are alike are found; none where that is over
 */
@SuppressWarnings("ArrayRecordComponent") // millions of them, never compared
public record Row(
    long ordinal, int[] tokens, int[] patterns, int[] behaviours, int weight, int[] prints) {
  private static final int[] NONE = {};

  /** A row that stands for itself. */
  public Row(long ordinal, int[] tokens, int[] patterns, int[] behaviours) {
    this(ordinal, tokens, patterns, behaviours, 1, NONE);
  }

  boolean does(int behaviour) {
    return Arrays.binarySearch(behaviours, behaviour) >= 0;
  }

  /** The same with its number in the scan. */
  public Row at(long number) {
    return new Row(number, tokens, patterns, behaviours, weight, prints);
  }

  /** The same with prints. */
  public Row printed(int[] all) {
    return new Row(ordinal, tokens, patterns, behaviours, weight, all);
  }

  /** The same for the same prompt with the same answer. */
  long print() {
    return 0x100000001B3L * prompt() + Arrays.hashCode(behaviours);
  }

  /** The same for the same prompt. */
  long prompt() {
    long hash = tokens.length;
    for (int token : tokens) {
      hash = (hash ^ token) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** The same standing for twice as many. */
  Row doubled() {
    return new Row(ordinal, tokens, patterns, behaviours, 2 * weight, prints);
  }

  /** How many ints it holds, about. */
  int size() {
    return tokens.length + patterns.length + behaviours.length + 16;
  }
}
