package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scans turns for all queries at once. A turn is scanned from front to back, range by range; each
 * range is a scope of its own for the queries of its kind, and the turn is one for the others. No
 * word crosses the border of a range.
 *
 * <p>Keeps its scratch memory; used by one thread at a time. Linear in the text.
 */
public final class TextScanner {
  private static final int KEPT = 1 << 18;
  private final QuerySet set;
  private final Occurrences words;
  private final Candidates candidates;
  private final int[] atomStart;
  private final int[] atomTurn;
  private @Nullable LuceneFallback lucene;
  private String text = "";
  private char[] chars = new char[4096];
  private int turn;
  private int wordCount;
  private int literalState;

  /** A scanner for these queries. */
  public TextScanner(QuerySet set) {
    this.set = set;
    this.words = new Occurrences(set.terms.size());
    this.candidates = new Candidates(set);
    this.atomStart = new int[set.atoms.length];
    this.atomTurn = new int[set.atoms.length];
  }

  /**
   * Starts with a turn.
   *
   * @param role the bit of its role
   */
  public void start(String text, int role) {
    this.text = text;
    int length = text.length();
    if (chars.length < length || chars.length > KEPT && length < KEPT) {
      chars = new char[Math.max(4096, length)];
      words.shrink();
    }
    text.getChars(0, length, chars, 0);
    if (++turn == Integer.MAX_VALUE) {
      Arrays.fill(atomTurn, 0);
      turn = 1;
    }
    wordCount = 0;
    literalState = 0;
    words.clear();
    candidates.startTurn(role);
    if (lucene != null) {
      lucene.clear();
    }
  }

  /**
   * Scans the next range of the turn and gathers its candidates.
   *
   * @param kinds bits of the range's kind; {@link QuerySet#TURN} is understood
   * @return the range as a scope
   */
  public TextScope scan(int from, int to, int kinds) {
    candidates.startRange(kinds | QuerySet.TURN);
    int firstWord = words.count();
    scanRange(from, to);
    return new TextScope(from, to, firstWord);
  }

  /** The turn as a scope. */
  public TextScope turnScope() {
    return new TextScope(0, text.length(), 0);
  }

  /** How many queries are candidates in the range scanned last. */
  public int rangeCandidates() {
    return candidates.rangeCount();
  }

  /** The query of such a candidate. */
  public int rangeCandidate(int i) {
    return candidates.inRange(i);
  }

  /** How many queries are candidates in the turn as a whole. */
  public int turnCandidates() {
    return candidates.turnCount();
  }

  /** The query of such a candidate. */
  public int turnCandidate(int i) {
    return candidates.inTurn(i);
  }

  /** Whether a candidate's query holds in the scope: the range scanned last, or the turn. */
  public boolean holds(int query, TextScope scope) {
    BoundCondition condition = set.conditions[query];
    return condition == null || condition.holds(this, scope);
  }

  /** Where a query that holds does so first; the scope itself where that cannot be told. */
  public Span where(int query, TextScope scope) {
    BoundCondition condition = set.conditions[query];
    Span span = condition == null ? null : condition.where(this, scope);
    return span == null ? new Span(scope.start(), scope.end()) : span;
  }

  /** The turn's characters; those past its length are of no turn. */
  public char[] chars() {
    return chars;
  }

  /** The turn's text. */
  public String text() {
    return text;
  }

  /** Which of some anchors stand in the scope, as sentences for an explanation. */
  public List<String> standing(List<Anchor> anchors, TextScope scope) {
    TextScanner alone =
        new TextScanner(
            QuerySet.of(
                anchors.stream()
                    .map(anchor -> new QuerySet.Entry(CompiledQuery.anchor(anchor), 1, 2))
                    .toList()));
    alone.start(text, 1);
    alone.scan(scope.start(), scope.end(), 2);
    return candidatesOf(alone).mapToObj(i -> anchors.get(i).describe()).toList();
  }

  private static java.util.stream.IntStream candidatesOf(TextScanner scan) {
    return java.util.stream.IntStream.range(0, scan.rangeCandidates())
        .map(scan::rangeCandidate)
        .sorted();
  }

  /** Words by their hashes and literals by their automaton, in one pass. */
  private void scanRange(int from, int to) {
    LiteralAutomaton literals = set.literals;
    char[] chars = this.chars;
    int state = literalState;
    int i = from;
    while (i < to) {
      char c = chars[i];
      char folded = CharFold.foldWord(c);
      if (folded == 0 && !supplementaryWord(i, to)) {
        state = literals.step(state, c);
        i++;
        if (state < 0) {
          state = found(~state, i, from, to);
        }
        continue;
      }
      int start = i;
      int units = 0;
      long hash = 0;
      while (folded != 0) {
        hash = TermTable.mix(hash, folded);
        units |= folded;
        state = literals.step(state, c);
        i++;
        if (state < 0) {
          state = found(~state, i, from, to);
        }
        if (i == to) {
          break;
        }
        c = chars[i];
        folded = CharFold.foldWord(c);
      }
      if (i < to && supplementaryWord(i, to)) {
        int end = slowWord(start, to);
        state = scanLiterals(state, i, end, from, to);
        i = end;
      } else {
        word(hash, units, start, i);
      }
    }
    literalState = state;
  }

  private int scanLiterals(int before, int start, int end, int from, int to) {
    int state = before;
    for (int i = start; i < end; i++) {
      state = set.literals.step(state, chars[i]);
      if (state < 0) {
        state = found(~state, i + 1, from, to);
      }
    }
    return state;
  }

  /** Notes the literals that end in a state, and before a place; returns the state. */
  private int found(int state, int end, int from, int to) {
    for (int literal : set.literals.found(state)) {
      for (int atom : set.literalAtoms[literal]) {
        atom(atom, end, from, to);
      }
    }
    return state;
  }

  /** A word with characters beyond the basic plane; returns its end. */
  private int slowWord(int start, int to) {
    long hash = 0;
    int i = start;
    while (i < to) {
      int c = Character.codePointAt(chars, i, to);
      if (!CharFold.isWord(c)) {
        break;
      }
      int folded = CharFold.fold(c);
      if (c <= Character.MAX_VALUE) {
        hash = TermTable.mix(hash, (char) folded);
      } else {
        hash = TermTable.mix(hash, Character.highSurrogate(folded));
        hash = TermTable.mix(hash, Character.lowSurrogate(folded));
      }
      i += Character.charCount(c);
    }
    word(hash, Character.MAX_VALUE, start, i);
    return i;
  }

  private boolean supplementaryWord(int i, int to) {
    return Character.isHighSurrogate(chars[i])
        && CharFold.isWord(Character.codePointAt(chars, i, to));
  }

  private void word(long hash, int units, int start, int end) {
    int term = set.terms.find(hash, units, chars, start, end);
    if (term >= 0) {
      words.add(term, wordCount, start, end);
      if (term < set.termRules.length) {
        candidates.addTerm(term);
      }
    }
    wordCount++;
  }

  private void atom(int id, int end, int from, int to) {
    QuerySet.Atom atom = set.atoms[id];
    int start = end - atom.length();
    boolean here =
        switch (atom.kind()) {
          case PREFIX -> start >= from && !wordBefore(start, from);
          case SUFFIX -> start >= from && !wordAt(end, to);
          case LITERAL, WORD -> true;
        };
    if (here && (atom.raw() == null || raw(atom.raw(), start))) {
      atomStart[id] = start;
      atomTurn[id] = turn;
      candidates.addAtom(id);
    }
  }

  private boolean wordBefore(int i, int from) {
    return i > from && CharFold.isWord(Character.codePointBefore(chars, i, from));
  }

  private boolean wordAt(int i, int to) {
    return i < to && CharFold.isWord(Character.codePointAt(chars, i, to));
  }

  private boolean raw(char[] raw, int start) {
    for (int i = 0; i < raw.length; i++) {
      if (chars[start + i] != raw[i]) {
        return false;
      }
    }
    return true;
  }

  boolean stands(int term, TextScope scope) {
    return words.last(term) >= scope.firstWord();
  }

  boolean anyStands(int[] terms, TextScope scope) {
    for (int term : terms) {
      if (words.last(term) >= scope.firstWord()) {
        return true;
      }
    }
    return false;
  }

  boolean seen(int atom, TextScope scope) {
    return atomTurn[atom] == turn && atomStart[atom] >= scope.start();
  }

  /** The last word of the scope that an affix was seen in. */
  @Nullable Span word(int atom, TextScope scope) {
    if (!seen(atom, scope)) {
      return null;
    }
    int start = atomStart[atom];
    int end = start + set.atoms[atom].length();
    while (wordBefore(start, scope.start())) {
      start -= Character.charCount(Character.codePointBefore(chars, start, scope.start()));
    }
    while (wordAt(end, scope.end())) {
      end += Character.charCount(Character.codePointAt(chars, end, scope.end()));
    }
    return new Span(start, end);
  }

  /** A place in the scope where a phrase stands: the first one if asked for, else any. */
  @Nullable Span phrase(BoundCondition.Words phrase, TextScope scope, boolean first) {
    int[] terms = phrase.terms();
    for (int term : terms) {
      if (!stands(term, scope)) {
        return null;
      }
    }
    Span found = null;
    for (int o = words.last(terms[phrase.pivot()]); o >= scope.firstWord(); o = words.before(o)) {
      int start = o - phrase.pivot();
      if (start >= scope.firstWord() && words.stand(terms, start) && raw(phrase.raw(), start)) {
        found = new Span(words.start(start), words.end(start + terms.length - 1));
        if (!first) {
          return found;
        }
      }
    }
    return found;
  }

  private boolean raw(char @Nullable [][] raw, int first) {
    for (int i = 0; raw != null && i < raw.length; i++) {
      if (!raw(raw[i], words.start(first + i))) {
        return false;
      }
    }
    return true;
  }

  /** Made when first needed: most sets of rules never do, and Lucene takes long to load. */
  LuceneFallback lucene() {
    LuceneFallback made = lucene;
    if (made == null) {
      made = new LuceneFallback();
      lucene = made;
    }
    return made;
  }
}
