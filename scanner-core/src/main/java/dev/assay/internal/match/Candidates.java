package dev.assay.internal.match;

import java.util.Arrays;

/** The queries whose anchors were seen: each once a range, or once a turn. */
final class Candidates {
  private final QuerySet set;
  private final int[] termRange;
  private final int[] atomRange;
  private final int[] seen;
  private final int[] inRange;
  private final int[] inTurn;
  private int rangeCount;
  private int turnCount;
  private int range;
  private int turnStart;
  private int role;
  private int kinds;

  Candidates(QuerySet set) {
    this.set = set;
    termRange = new int[set.termRules.length];
    atomRange = new int[set.atoms.length];
    seen = new int[set.size];
    inRange = new int[set.size];
    inTurn = new int[set.size];
  }

  void startTurn(int role) {
    if (range > Integer.MAX_VALUE / 2) {
      Arrays.fill(termRange, 0);
      Arrays.fill(atomRange, 0);
      Arrays.fill(seen, 0);
      range = 0;
    }
    this.role = role;
    turnStart = ++range;
    turnCount = 0;
  }

  void startRange(int kinds) {
    this.kinds = kinds;
    range++;
    rangeCount = 0;
  }

  void addTerm(int term) {
    if (termRange[term] != range) {
      termRange[term] = range;
      if ((set.termKinds[term] & kinds) != 0) {
        add(set.termRules[term]);
      }
    }
  }

  void addAtom(int atom) {
    if (atomRange[atom] != range) {
      atomRange[atom] = range;
      add(set.atoms[atom].rules());
    }
  }

  private void add(int[] queries) {
    for (int query : queries) {
      int wanted = set.kinds[query];
      if ((set.roles[query] & role) == 0 || (wanted & kinds) == 0) {
        continue;
      }
      if (wanted == QuerySet.TURN) {
        if (seen[query] < turnStart) {
          seen[query] = range;
          inTurn[turnCount++] = query;
        }
      } else if (seen[query] != range) {
        seen[query] = range;
        inRange[rangeCount++] = query;
      }
    }
  }

  int rangeCount() {
    return rangeCount;
  }

  int inRange(int i) {
    return inRange[i];
  }

  int turnCount() {
    return turnCount;
  }

  int inTurn(int i) {
    return inTurn[i];
  }
}
