package dev.assay.internal.trigger.cue;

/** A fixed set of ASCII characters. Immutable. */
public final class CharSet {
  private final boolean[] members = new boolean[128];

  public CharSet(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      members[characters.charAt(i)] = true;
    }
  }

  public boolean has(char c) {
    return c < 128 && members[c];
  }
}
