package dev.assay.internal.check.payload;

/** How random a text looks. */
final class Entropy {
  private Entropy() {}

  /**
   * Shannon entropy of the characters, in bits a character: English words have 2.5 to 3.5, random
   * Base64 of 40 characters about 4.7, random hexadecimal digits under 4.
   */
  static double bits(String text) {
    int[] counts = new int[128];
    int length = text.length();
    for (int i = 0; i < length; i++) {
      counts[text.charAt(i) & 127]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double p = (double) count / length;
        bits -= p * Math.log(p) / Math.log(2);
      }
    }
    return bits;
  }
}
