package dev.assay.internal.advice;

/**
 * The parts that each phrase belongs to: a list, and for the phrases of many parts a bit for each
 * part beside it. Immutable; shared by all threads.
 */
final class PartTable {
  /** From so many parts on it is quicker to add all bits at once. */
  private static final int MANY = 8;

  private final int[][] partsOf;
  private final int[][] phrasesOf;
  private final long[][] bitsOf;
  private final long[] anchors;
  private final int parts;

  /**
   * @param partsOf the parts of each phrase
   * @param anchors whether practices are looked for when a part stands in a text
   */
  PartTable(int[][] partsOf, boolean[] anchors) {
    this.partsOf = partsOf;
    this.phrasesOf = inverted(partsOf, anchors.length);
    this.parts = anchors.length;
    this.anchors = new long[(parts + 63) / 64];
    for (int part = 0; part < parts; part++) {
      if (anchors[part]) {
        this.anchors[part >>> 6] |= 1L << part;
      }
    }
    this.bitsOf = new long[partsOf.length][];
    for (int phrase = 0; phrase < partsOf.length; phrase++) {
      if (partsOf[phrase].length >= MANY) {
        long[] bits = new long[words()];
        addEach(partsOf[phrase], bits);
        bitsOf[phrase] = bits;
      }
    }
  }

  private static int[][] inverted(int[][] partsOf, int parts) {
    int[] counts = new int[parts];
    for (int[] of : partsOf) {
      for (int part : of) {
        counts[part]++;
      }
    }
    int[][] phrasesOf = new int[parts][];
    for (int part = 0; part < parts; part++) {
      phrasesOf[part] = new int[counts[part]];
    }
    for (int phrase = partsOf.length - 1; phrase >= 0; phrase--) {
      for (int part : partsOf[phrase]) {
        phrasesOf[part][--counts[part]] = phrase;
      }
    }
    return phrasesOf;
  }

  /** The phrases of a part, in order; do not change. */
  int[] phrasesOf(int part) {
    return phrasesOf[part];
  }

  private static void addEach(int[] parts, long[] bits) {
    for (int part : parts) {
      bits[part >>> 6] |= 1L << part;
    }
  }

  int phrases() {
    return partsOf.length;
  }

  int parts() {
    return parts;
  }

  /** Length of an array with a bit for each part. */
  int words() {
    return anchors.length;
  }

  void addParts(int phrase, long[] present) {
    long[] bits = bitsOf[phrase];
    if (bits == null) {
      addEach(partsOf[phrase], present);
      return;
    }
    for (int i = 0; i < present.length; i++) {
      present[i] |= bits[i];
    }
  }

  boolean isIn(int phrase, int part) {
    long[] bits = bitsOf[phrase];
    if (bits != null) {
      return (bits[part >>> 6] >>> part & 1) != 0;
    }
    for (int one : partsOf[phrase]) {
      if (one == part) {
        return true;
      }
    }
    return false;
  }

  int nextAnchor(long[] present, int from) {
    int word = from >>> 6;
    if (word >= present.length) {
      return -1;
    }
    long bits = present[word] & anchors[word] & -1L << from;
    while (bits == 0) {
      if (++word == present.length) {
        return -1;
      }
      bits = present[word] & anchors[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }
}
