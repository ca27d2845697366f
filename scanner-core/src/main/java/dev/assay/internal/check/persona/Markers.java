package dev.assay.internal.check.persona;

import com.google.re2j.Matcher;
import dev.assay.internal.check.turn.CharFacts;
import dev.assay.internal.check.turn.CheckData;
import dev.assay.internal.check.turn.WordStems;
import dev.assay.internal.regex.LazyRegex;
import dev.assay.internal.regex.RegexFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a text has the words of a persona. The kinds and their expressions are data ({@code
 * persona.txt}); an expression is tried only when one of its words stands in the text.
 */
final class Markers {
  /** A persona shows itself early; so much of a text is read. */
  static final int READ = 3000;

  /** So many places of one expression are looked at. */
  private static final int MOST_PLACES = 8;

  private final List<Line> lines = new ArrayList<>();
  private final WordStems stems;

  /** Says at once whether any line may match. */
  private final RegexFilter any;

  private record Line(String kind, LazyRegex expression) {}

  /**
   * A place in a text.
   *
   * @param kind what it shows
   * @param start first UTF-16 unit
   * @param end one past the last
   */
  record Mark(String kind, int start, int end) {}

  private Markers(Predicate<String> wanted) {
    List<String[]> words = new ArrayList<>();
    List<String> regexes = new ArrayList<>();
    for (CheckData.Section section : CheckData.sections("persona.txt")) {
      if (wanted.test(section.name())) {
        for (String line : section.lines()) {
          int bar = line.indexOf(" | ");
          words.add(line.substring(0, bar).split(" "));
          String flags = section.name().equals("dan") ? "" : "(?i)";
          String regex = flags + line.substring(bar + 3);
          regexes.add(regex);
          lines.add(new Line(section.name(), new LazyRegex(regex)));
        }
      }
    }
    stems = new WordStems(words);
    any = RegexFilter.ofAny(regexes);
  }

  /** Those of the sections that are wanted. */
  static Markers of(Predicate<String> wanted) {
    return new Markers(wanted);
  }

  Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    lines.forEach(line -> kinds.add(line.kind));
    return kinds;
  }

  /** All that its lines look for. */
  Stream<LazyRegex> expressions() {
    return lines.stream().map(Line::expression);
  }

  /** Scratch memory for {@link #look}. */
  WordStems.Seen scratch() {
    return stems.scratch();
  }

  /** A first look: whether any line is worth trying, which for most texts none is. */
  boolean look(String text, WordStems.Seen seen) {
    int read = Math.min(text.length(), READ);
    stems.find(text, read, seen);
    return seen.size() > 0 && any.mayMatch(text, 0, read);
  }

  /** As {@link #look(String, WordStems.Seen)}, of the turn's own text. */
  boolean look(CharFacts facts, WordStems.Seen seen) {
    int read = Math.min(facts.length(), READ);
    stems.find(facts, read, seen);
    return seen.size() > 0 && any.mayMatch(facts.chars(), 0, read);
  }

  /** Where the lines that the look saw match, the first lines first. */
  List<Mark> find(String text, WordStems.Seen seen) {
    String read = text.length() > READ ? text.substring(0, READ) : text;
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (seen.has(i) && lines.get(i).expression.filter().mayMatch(read, 0, read.length())) {
        Matcher matcher = lines.get(i).expression.pattern().matcher(read);
        for (int n = 0; n < MOST_PLACES && matcher.find(); n++) {
          marks.add(new Mark(lines.get(i).kind, matcher.start(), matcher.end()));
        }
      }
    }
    return marks;
  }
}
