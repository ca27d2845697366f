package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many literals in one pass, whatever their case (Aho and Corasick 1975), as a full table:
 * one look-up a character. Characters that no literal holds share a class, so that rows are short,
 * and states are numbered breadth first, so that the few that are hot lie together.
 */
final class LiteralAutomaton {
  private static final int[] NONE = {};
  private final char[] classOf = new char[Character.MAX_VALUE + 1];
  private final int classes;
  private final int[] next;
  private final int[][] found;

  /**
   * @param literals folded, not empty, each once; a literal's number is its index
   */
  LiteralAutomaton(List<String> literals) {
    this.classes = classify(literals);
    List<int[]> rows = new ArrayList<>();
    List<int[]> ends = new ArrayList<>();
    rows.add(emptyRow());
    ends.add(NONE);
    for (int i = 0; i < literals.size(); i++) {
      enter(literals.get(i), i, rows, ends);
    }
    int[] order = breadthFirst(rows, ends);
    this.next = new int[rows.size() * classes];
    this.found = new int[rows.size()][];
    lay(rows, ends, order);
  }

  private int classify(List<String> literals) {
    char[] ofFolded = new char[Character.MAX_VALUE + 1];
    char count = 1;
    for (String literal : literals) {
      for (int i = 0; i < literal.length(); i++) {
        char c = literal.charAt(i);
        if (ofFolded[c] == 0) {
          ofFolded[c] = count++;
        }
      }
    }
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      classOf[c] = ofFolded[CharFold.fold((char) c)];
    }
    return count;
  }

  private int[] emptyRow() {
    int[] row = new int[classes];
    Arrays.fill(row, -1);
    return row;
  }

  private void enter(String literal, int id, List<int[]> rows, List<int[]> ends) {
    int state = 0;
    for (int i = 0; i < literal.length(); i++) {
      int c = classOf[literal.charAt(i)];
      if (rows.get(state)[c] < 0) {
        rows.get(state)[c] = rows.size();
        rows.add(emptyRow());
        ends.add(NONE);
      }
      state = rows.get(state)[c];
    }
    ends.set(state, new int[] {id});
  }

  /** Completes every row by following failures; gives each state its place in the order. */
  private int[] breadthFirst(List<int[]> rows, List<int[]> ends) {
    int[] fail = new int[rows.size()];
    int[] order = new int[rows.size()];
    int placed = 0;
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      order[state] = placed++;
      int[] row = rows.get(state);
      int[] failRow = rows.get(fail[state]);
      for (int c = 0; c < classes; c++) {
        if (row[c] < 0) {
          row[c] = state == 0 ? 0 : failRow[c];
        } else {
          int child = row[c];
          fail[child] = state == 0 ? 0 : failRow[c];
          ends.set(child, joined(ends.get(child), ends.get(fail[child])));
          queue.add(child);
        }
      }
    }
    return order;
  }

  private static int[] joined(int[] own, int[] inherited) {
    if (inherited.length == 0) {
      return own;
    }
    int[] all = Arrays.copyOf(own, own.length + inherited.length);
    System.arraycopy(inherited, 0, all, own.length, inherited.length);
    return all;
  }

  private void lay(List<int[]> rows, List<int[]> ends, int[] order) {
    for (int state = 0; state < order.length; state++) {
      found[order[state]] = ends.get(state);
      int[] row = rows.get(state);
      for (int c = 0; c < classes; c++) {
        int target = order[row[c]] * classes;
        next[order[state] * classes + c] = ends.get(row[c]).length > 0 ? ~target : target;
      }
    }
  }

  /**
   * The state after one more character.
   *
   * @param state as the last step gave it, not negative; 0 to start
   * @return the state; negative if literals end here: then it is {@code ~state}
   */
  int step(int state, char c) {
    return next[state + classOf[c]];
  }

  /** The literals that end in a state. */
  int[] found(int state) {
    return found[state / classes];
  }
}
