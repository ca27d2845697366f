package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.Tokens;

/**
 * Walks over all cues of a row's prompt; a cue is a hash. A place that holds one twice shows it
 * twice.
 */
final class Cues {
  /** Takes a cue. */
  interface Visitor {
    /**
     * @param from first token, or -1 for a pattern
     * @param length tokens from the first to the last
     */
    void cue(int hash, CueKind kind, int from, int length);
  }

  private Cues() {}

  static void walk(Row row, Visitor visitor) {
    int[] tokens = row.tokens();
    for (int pattern : row.patterns()) {
      visitor.cue(ofPattern(pattern), CueKind.PATTERN, -1, 0);
    }
    for (int i = 0; i < tokens.length; i++) {
      int a = tokens[i];
      boolean edge = Tokens.isEdge(a);
      if (!edge) {
        visitor.cue(a, CueKind.WORD, i, 1);
      } else if (a == Tokens.SYSTEM) {
        system(tokens, i, visitor);
      }
      if (i + 1 >= tokens.length || a == Tokens.END) {
        continue;
      }
      int b = tokens[i + 1];
      int pair = Hashing.join(a, b);
      visitor.cue(pair, CueKind.PAIR, i, 2);
      if (i + 2 >= tokens.length || Tokens.isEdge(b)) {
        continue;
      }
      int c = tokens[i + 2];
      visitor.cue(Hashing.join(pair, c), CueKind.TRIPLE, i, 3);
      if (!edge && !Tokens.isEdge(c)) {
        visitor.cue(Hashing.join(a, c) ^ 0x55555555, CueKind.GAP_ONE, i, 3);
        if (i + 3 < tokens.length && !Tokens.isEdge(tokens[i + 3])) {
          visitor.cue(Hashing.join(a, tokens[i + 3]) ^ 0x33333333, CueKind.GAP_TWO, i, 4);
        }
      }
    }
  }

  private static void system(int[] tokens, int from, Visitor visitor) {
    int hash = 1;
    int end = from + 1;
    while (end < tokens.length && tokens[end] != Tokens.END) {
      hash = Hashing.join(hash, tokens[end++]);
    }
    if (end > from + 1) {
      visitor.cue(hash, CueKind.SYSTEM, from + 1, end - from - 1);
    }
  }

  static int ofPattern(int pattern) {
    return Hashing.finish(pattern ^ 0x6A09E667);
  }
}
