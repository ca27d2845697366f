package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.cue.Tokens;
import java.util.List;

/** With which tokens prompts begin and end. */
final class Edges {
  private static final int LEAST = 3;

  private final IntCounts first = new IntCounts();
  private final IntCounts last = new IntCounts();

  Edges(List<Row> rows) {
    int number = 0;
    for (Row row : rows) {
      int stamp = ++number;
      int[] tokens = row.tokens();
      for (int i = 0; i + 1 < tokens.length; i++) {
        if (tokens[i] == Tokens.USER) {
          first.add(tokens[i + 1], stamp);
        } else if (tokens[i + 1] == Tokens.END) {
          last.add(tokens[i], stamp);
        }
      }
    }
  }

  boolean opens(int token) {
    return !Tokens.isEdge(token) && first.get(token) >= LEAST;
  }

  boolean closes(int token) {
    return !Tokens.isEdge(token) && last.get(token) >= LEAST;
  }
}
