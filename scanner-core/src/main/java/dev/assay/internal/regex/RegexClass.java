package dev.assay.internal.regex;

import dev.assay.internal.regex.RegexNode.Alternatives;
import dev.assay.internal.regex.RegexNode.AnyOf;
import dev.assay.internal.regex.RegexNode.OneOf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a character class, from behind its opening bracket. */
final class RegexClass {
  private static final int MAX_MEMBERS = 32;
  private static final int MAX_SURROGATES = 4;
  private final RegexScan scan;
  private final Set<Integer> members = new LinkedHashSet<>();
  private final Set<Character> surrogates = new LinkedHashSet<>();
  private boolean listed = true;

  /** ASCII members as they are; whether there are others; whether there are some unknown. */
  private long low;

  private long high;
  private boolean others;
  private boolean unknown;

  RegexClass(RegexScan scan) {
    this.scan = scan;
  }

  RegexNode read() {
    boolean negated = scan.take('^');
    boolean first = true;
    while (first || !scan.at(']')) {
      first = false;
      item();
    }
    scan.take(']');
    if (!negated && listed) {
      return set();
    }
    return new AnyOf('\0', negated ? Symbols.without(low, high) : symbols());
  }

  private Symbols symbols() {
    return unknown ? Symbols.ALL : Symbols.ofMembers(low, high, others);
  }

  private RegexNode set() {
    List<RegexNode> branches = new ArrayList<>();
    if (!members.isEmpty()) {
      branches.add(new OneOf(List.copyOf(members)));
    }
    surrogates.forEach(surrogate -> branches.add(new AnyOf(surrogate)));
    return branches.size() == 1 ? branches.get(0) : new Alternatives(branches);
  }

  private void item() {
    if (scan.take("[:")) {
      scan.skipPast(']');
      listed = false;
      unknown = true;
      return;
    }
    int from = character();
    if (from < 0) {
      listed = false;
      return;
    }
    int to = from;
    if (scan.at('-') && !scan.ahead("-]")) {
      scan.take('-');
      to = character();
    }
    if (to < from) {
      throw new UnsupportedRegexException();
    }
    add(from, to);
  }

  /** A member, or -1 for a set that is not listed. */
  private int character() {
    int c = scan.next();
    if (c != '\\') {
      return c;
    }
    int escaped = scan.next();
    if ("dws".indexOf(escaped) >= 0) {
      for (char c1 : AsciiClass.members(escaped).toCharArray()) {
        mark(c1, c1);
      }
      return -1;
    }
    if ("DWS".indexOf(escaped) >= 0) {
      unknown = true;
      return -1;
    }
    if (escaped == 'p' || escaped == 'P') {
      scan.skipProperty();
      unknown = true;
      return -1;
    }
    return scan.escaped(escaped);
  }

  private void mark(int from, int to) {
    others |= to >= Symbols.BEYOND;
    for (int c = from; c <= Math.min(to, Symbols.BEYOND - 1); c++) {
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << (c - 64);
    }
  }

  /** Lists a range, or, beyond the basic plane, the first units of its members. */
  private void add(int from, int to) {
    scan.names(from, to);
    mark(from, to);
    boolean few = to - from < MAX_MEMBERS && members.size() < MAX_MEMBERS;
    char first = Character.highSurrogate(from);
    boolean beyond = from > Character.MAX_VALUE && first == Character.highSurrogate(to);
    listed &= few || beyond && surrogates.size() < MAX_SURROGATES;
    for (int c = from; listed && c <= to; c++) {
      if (!(RegexParser.literal(c) instanceof OneOf one)) {
        listed = false;
      } else if (few) {
        members.addAll(one.codePoints());
      }
    }
    if (listed && !few) {
      surrogates.add(first);
    }
  }
}
