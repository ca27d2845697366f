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
    return negated || !listed ? new AnyOf('\0') : set();
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
      return;
    }
    int low = character();
    if (low < 0) {
      listed = false;
      return;
    }
    int high = low;
    if (scan.at('-') && !scan.ahead("-]")) {
      scan.take('-');
      high = character();
    }
    if (high < low) {
      throw new UnsupportedRegexException();
    }
    add(low, high);
  }

  /** A member, or -1 for a set that is not listed. */
  private int character() {
    int c = scan.next();
    if (c != '\\') {
      return c;
    }
    int escaped = scan.next();
    if ("dDwWsS".indexOf(escaped) >= 0) {
      return -1;
    }
    if (escaped == 'p' || escaped == 'P') {
      scan.skipProperty();
      return -1;
    }
    return scan.escaped(escaped);
  }

  /** Lists a range, or, beyond the basic plane, the first units of its members. */
  private void add(int low, int high) {
    scan.names(low, high);
    boolean few = high - low < MAX_MEMBERS && members.size() < MAX_MEMBERS;
    char first = Character.highSurrogate(low);
    boolean beyond = low > Character.MAX_VALUE && first == Character.highSurrogate(high);
    listed &= few || beyond && surrogates.size() < MAX_SURROGATES;
    for (int c = low; listed && c <= high; c++) {
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
