package dev.assay.internal.regex;

import dev.assay.internal.regex.RegexNode.AnyOf;
import dev.assay.internal.regex.RegexNode.OneOf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a character class, from behind its opening bracket. */
final class RegexClass {
  private static final int MAX_MEMBERS = 32;
  private final RegexScan scan;
  private final Set<Integer> members = new LinkedHashSet<>();
  private boolean listed = true;
  private int lowest = Character.MAX_CODE_POINT;
  private int highest = -1;

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
    if (negated) {
      return new AnyOf('\0');
    }
    if (listed && !members.isEmpty()) {
      return new OneOf(List.copyOf(members));
    }
    return new AnyOf(sharedSurrogate());
  }

  private void item() {
    if (scan.take("[:")) {
      scan.skipPast(']');
      unlisted();
      return;
    }
    int low = character();
    if (low < 0) {
      unlisted();
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

  private void add(int low, int high) {
    lowest = Math.min(lowest, low);
    highest = Math.max(highest, high);
    listed &= high - low < MAX_MEMBERS && members.size() < MAX_MEMBERS;
    for (int c = low; listed && c <= high; c++) {
      if (RegexParser.literal(c) instanceof OneOf one) {
        members.addAll(one.codePoints());
      } else {
        listed = false;
      }
    }
  }

  private void unlisted() {
    listed = false;
    lowest = 0;
    highest = Character.MAX_CODE_POINT;
  }

  private char sharedSurrogate() {
    boolean shared =
        lowest > Character.MAX_VALUE
            && highest >= lowest
            && Character.highSurrogate(lowest) == Character.highSurrogate(highest);
    for (int c = lowest; shared && c <= highest; c++) {
      shared = RegexParser.literal(c) instanceof OneOf;
    }
    return shared ? Character.highSurrogate(lowest) : '\0';
  }
}
