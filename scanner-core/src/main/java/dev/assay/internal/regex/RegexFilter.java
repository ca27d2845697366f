package dev.assay.internal.regex;

import dev.assay.internal.regex.RegexNode.Alternatives;
import dev.assay.internal.regex.RegexNode.AnyOf;
import dev.assay.internal.regex.RegexNode.Concat;
import dev.assay.internal.regex.RegexNode.OneOf;
import dev.assay.internal.regex.RegexNode.Repeat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says fast where an expression cannot be found. It reads a wider language than the expression's:
 * borders match anywhere, case is folded, all that is not ASCII is alike, and long repetitions have
 * no end. What it does not find, the expression does not either; what it finds must be verified.
 *
 * <p>A deterministic automaton whose states are made when the text first leads there (Thompson
 * 1968; as RE2 does), bounded in number; beyond, it says that all is possible. A state is a row of
 * one table, as wide as there are classes of symbols that the expression tells apart, so that few
 * rows fill and they lie together. May be used by several threads: an entry is written once, under
 * a lock, into a table that has the row it names, and whoever does not see it yet asks again.
 */
public final class RegexFilter {
  private static final int MOST_STATES = 1000;

  /** Of a filter of many expressions. */
  private static final int MOST_STATES_OF_MANY = 8000;

  /** The place at which a match is complete: the first that is built. */
  private static final int ACCEPT = 0;

  private static final int MOST_NODES = 4000;
  private static final int MOST_NODES_OF_MANY = 40_000;

  /** Counts up to which repetitions are written out; single characters cost little. */
  private static final int FEW = 4;

  private static final int MANY = 40;

  /** In the table: where the text leads is not known yet. */
  private static final int UNKNOWN = 0;

  /** In the table: a match may be complete, or there would be too many states. */
  private static final int FOUND = -1;

  private static final int FIRST_ROWS = 4;
  private static final int ASCII = 128;

  private static final Symbols NOTHING = new Symbols(0, 0, false);

  /** Lets everything pass: for expressions that are not understood. */
  private static final RegexFilter PASSES_ALL = new RegexFilter();

  /** Places of the automaton: what each reads, and where it leads; -1 where it reads nothing. */
  private final List<Symbols> reads = new ArrayList<>();

  private final List<int[]> leads = new ArrayList<>();

  /** Rows of the states that were made; row 0 is none. */
  private final Map<BitSet, Integer> rows = new HashMap<>();

  /** The places of each state, by row; those of the start are in all, and left out. */
  private final List<int[]> places = new ArrayList<>();

  private final int mostStates;
  private final int mostNodes;
  private final BitSet startPlaces;

  /** Where the start places lead from each class of symbols, and they themselves. */
  private final BitSet[] startSteps;

  private final BitSet[] closures;
  private final char[] classOf;

  /** The class of an ASCII unit, not folded yet. */
  private final char[] asciiClass = new char[ASCII];

  private final int width;
  private final int start;
  private volatile int[] table;

  private RegexFilter() {
    mostStates = 0;
    mostNodes = 0;
    startPlaces = new BitSet();
    startSteps = new BitSet[0];
    closures = new BitSet[0];
    classOf = new char[Symbols.COUNT];
    width = 1;
    table = new int[0];
    start = FOUND;
  }

  private RegexFilter(RegexNode root, int mostStates, int mostNodes) {
    this.mostStates = mostStates;
    this.mostNodes = mostNodes;
    int accept = place(NOTHING);
    int first = build(root, accept);
    closures = new BitSet[reads.size()];
    classOf = new char[Symbols.COUNT];
    width = Symbols.classes(reads, classOf);
    for (char unit = 0; unit < ASCII; unit++) {
      asciiClass[unit] = classOf[Symbols.of(unit)];
    }
    table = new int[FIRST_ROWS * width];
    places.add(new int[0]);
    startPlaces = closure(first);
    startSteps = new BitSet[width];
    start = row(startPlaces);
  }

  /** The filter of an expression that RE2/J accepts. */
  public static RegexFilter of(String regex) {
    try {
      return new RegexFilter(RegexParser.parse(regex), MOST_STATES, MOST_NODES);
    } catch (UnsupportedRegexException e) {
      return PASSES_ALL;
    }
  }

  /**
   * The filter of several expressions at once: it says that one of them may be found. One pass over
   * a text in place of one for each.
   */
  public static RegexFilter ofAny(List<String> regexes) {
    try {
      List<RegexNode> nodes = regexes.stream().map(RegexParser::parse).toList();
      return new RegexFilter(new Alternatives(nodes), MOST_STATES_OF_MANY, MOST_NODES_OF_MANY);
    } catch (UnsupportedRegexException e) {
      return PASSES_ALL;
    }
  }

  /** Whether the expression may be found in {@code text[from, to)}; false is certain. */
  public boolean mayMatch(String text, int from, int to) {
    int[] known = table;
    int row = start;
    for (int i = from; i < to && row != FOUND; i++) {
      int symbolClass = classOfUnit(text.charAt(i));
      int next = known[row + symbolClass];
      if (next == UNKNOWN) {
        next = step(row, symbolClass);
        known = table;
      }
      row = next;
    }
    return row == FOUND;
  }

  /** Whether the expression may be found in {@code chars[from, to)}; false is certain. */
  public boolean mayMatch(char[] chars, int from, int to) {
    int[] known = table;
    int row = start;
    for (int i = from; i < to && row != FOUND; i++) {
      int symbolClass = classOfUnit(chars[i]);
      int next = known[row + symbolClass];
      if (next == UNKNOWN) {
        next = step(row, symbolClass);
        known = table;
      }
      row = next;
    }
    return row == FOUND;
  }

  private int classOfUnit(char unit) {
    return unit < ASCII ? asciiClass[unit] : classOf[Symbols.of(unit)];
  }

  private synchronized int step(int row, int symbolClass) {
    int symbol = 0;
    while (classOf[symbol] != symbolClass) {
      symbol++;
    }
    BitSet reached = (BitSet) startStep(symbolClass, symbol).clone();
    for (int place : places.get(row / width)) {
      lead(place, symbol, reached);
    }
    int next = row(reached);
    table[row + symbolClass] = next;
    return next;
  }

  /** A filter of many expressions starts in many places: what they lead to is worked out once. */
  private BitSet startStep(int symbolClass, int symbol) {
    BitSet known = startSteps[symbolClass];
    if (known == null) {
      BitSet reached = (BitSet) startPlaces.clone();
      startPlaces.stream().forEach(place -> lead(place, symbol, reached));
      startSteps[symbolClass] = reached;
      known = reached;
    }
    return known;
  }

  private void lead(int place, int symbol, BitSet reached) {
    if (reads.get(place).has(symbol)) {
      for (int lead : leads.get(place)) {
        reached.or(closure(lead));
      }
    }
  }

  /** Where the row of these places starts in the table, which has room for it. */
  private int row(BitSet reached) {
    if (reached.get(ACCEPT)) {
      return FOUND;
    }
    Integer known = rows.get(reached);
    if (known != null) {
      return known;
    }
    if (rows.size() >= mostStates) {
      return FOUND;
    }
    int row = places.size() * width;
    if (row + width > table.length) {
      table = Arrays.copyOf(table, 2 * table.length);
    }
    rows.put(reached, row);
    places.add(others(reached));
    return row;
  }

  private int[] others(BitSet reached) {
    BitSet others = (BitSet) reached.clone();
    others.andNot(startPlaces);
    return others.stream().toArray();
  }

  /** The places that read, or accept, and are reached from here without reading. */
  private BitSet closure(int from) {
    BitSet known = closures[from];
    if (known == null) {
      known = new BitSet(reads.size());
      BitSet seen = new BitSet(reads.size());
      Deque<Integer> ahead = new ArrayDeque<>(List.of(from));
      while (!ahead.isEmpty()) {
        int place = ahead.pop();
        if (seen.get(place)) {
          continue;
        }
        seen.set(place);
        if (place == ACCEPT || reads.get(place) != NOTHING) {
          known.set(place);
        } else {
          for (int lead : leads.get(place)) {
            ahead.push(lead);
          }
        }
      }
      closures[from] = known;
    }
    return known;
  }

  private int place(Symbols symbols, int... next) {
    if (reads.size() >= mostNodes) {
      throw new UnsupportedRegexException();
    }
    reads.add(symbols);
    leads.add(next);
    return reads.size() - 1;
  }

  /** Builds the node so that it leads to {@code next}; returns its first place. */
  private int build(RegexNode node, int next) {
    if (node instanceof OneOf one) {
      int[] branches = one.codePoints().stream().mapToInt(c -> oneOf(c, next)).toArray();
      return branches.length == 1 ? branches[0] : place(NOTHING, branches);
    }
    if (node instanceof AnyOf any) {
      return units(any.symbols(), next);
    }
    if (node instanceof Concat concat) {
      int first = next;
      for (int i = concat.parts().size() - 1; i >= 0; i--) {
        first = build(concat.parts().get(i), first);
      }
      return first;
    }
    if (node instanceof Alternatives alternatives) {
      return place(
          NOTHING, alternatives.branches().stream().mapToInt(b -> build(b, next)).toArray());
    }
    return repeat((Repeat) node, next);
  }

  private int oneOf(int codePoint, int next) {
    return units(Symbols.ofFolded(codePoint), next);
  }

  /** One unit, or two where it may be a pair of surrogates. */
  private int units(Symbols symbols, int next) {
    if (!symbols.beyond()) {
      return place(symbols, next);
    }
    int second = place(new Symbols(0, 0, true), next);
    return place(NOTHING, place(symbols, next), place(new Symbols(0, 0, true), second));
  }

  private int repeat(Repeat repeat, int next) {
    boolean single = repeat.part() instanceof OneOf || repeat.part() instanceof AnyOf;
    int copies = Math.min(single ? MANY : FEW, repeat.least());
    int optional = repeat.most() - repeat.least();
    boolean endless = repeat.most() < 0 || optional > FEW || repeat.least() > copies;
    int first = next;
    if (endless) {
      int loop = place(NOTHING, next, next);
      leads.get(loop)[0] = build(repeat.part(), loop);
      first = loop;
    } else {
      for (int i = 0; i < optional; i++) {
        first = place(NOTHING, build(repeat.part(), first), next);
      }
    }
    for (int i = 0; i < copies; i++) {
      first = build(repeat.part(), first);
    }
    return first;
  }
}
