package dev.assay.internal.engine;

import com.google.re2j.Matcher;
import dev.assay.internal.regex.LazyRegex;
import dev.assay.internal.regex.RegexFacts;
import dev.assay.rule.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expression must be found, and none that excludes it.
 *
 * <p>At most {@value #MOST_TRIES} hits are looked at in one text, and near a hit at most {@value
 * Sentence#REACH} characters to each side: what lies beyond is not seen.
 */
final class ByRegex implements Verifier {
  static final int MOST_TRIES = 1000;
  private static final String EVIDENCE = "evidence";
  private final LazyRegex regex;
  private final List<LazyRegex> unless;
  private final List<LazyRegex> unlessNear;
  private final int within;
  private final boolean named;
  private final Outcome missing;

  ByRegex(Verification.Expression expression) {
    regex = new LazyRegex(expression.regex());
    unless = expression.unless().stream().map(LazyRegex::new).toList();
    unlessNear = expression.unlessNear().stream().map(LazyRegex::new).toList();
    within = expression.within();
    String where = within > 0 ? " (in the first " + within + " characters)" : "";
    missing = new Outcome(Explanation.Step.REGEX, regex.regex() + where);
    named = expression.regex().contains("<" + EVIDENCE + ">");
  }

  /** Compiles now what would be compiled when first needed. */
  void warm() {
    regex.pattern();
    regex.facts();
    unless.forEach(LazyRegex::pattern);
    unlessNear.forEach(LazyRegex::pattern);
  }

  @Override
  public Outcome verify(int rule, ScopedText text, Sink sink) {
    int end = within == 0 ? text.end() : reach(text);
    RegexFacts facts = regex.facts();
    boolean narrowFirst = facts.quicklyNarrowed();
    if (!narrowFirst
        && !(regex.filter().mayMatch(text.chars(), text.start(), end)
            && Windows.othersStand(facts, text.chars(), text.start(), end))) {
      return missing;
    }
    Windows windows = Windows.of(facts, text.chars(), text.start(), end);
    Search search = new Search(text, sink);
    for (int i = 0; i < windows.count() && !search.done; i++) {
      int from = windows.start(i);
      int to = windows.end(i);
      if (!narrowFirst || regex.filter().mayMatch(text.chars(), from, to)) {
        search.window(from, to);
      }
    }
    return search.signals > 0 ? Outcome.MATCHED : search.ended;
  }

  /** Where a match must end that starts in time; the rest of the text need not be searched. */
  private int reach(ScopedText text) {
    int units = regex.facts().maxUnits();
    return units < 0
        ? text.end()
        : (int) Math.min(text.end(), (long) text.start() + within + units + 2);
  }

  private static boolean found(LazyRegex expression, ScopedText text, int start, int end) {
    return expression.filter().mayMatch(text.chars(), start, end)
        && expression.pattern().matcher(text.part(start, end)).find();
  }

  private static @Nullable LazyRegex first(
      List<LazyRegex> all, ScopedText text, int start, int end) {
    for (LazyRegex expression : all) {
      if (found(expression, text, start, end)) {
        return expression;
      }
    }
    return null;
  }

  /** One search of one text. */
  private final class Search {
    private final ScopedText text;
    private final Sink sink;
    private int tries;
    private int signals;
    private boolean done;
    private boolean excluded;
    private Outcome ended = missing;

    Search(ScopedText text, Sink sink) {
      this.text = text;
      this.sink = sink;
    }

    void window(int start, int end) {
      Matcher matcher = regex.pattern().matcher(text.part(start, end));
      while (!done && matcher.find()) {
        hit(matcher, start);
        done |= ++tries == MOST_TRIES || signals == MOST;
      }
    }

    private void hit(Matcher matcher, int offset) {
      int start = offset + matcher.start();
      int end = offset + matcher.end();
      if (within > 0 && start - text.start() >= within) {
        end(Explanation.Step.WITHIN, "");
      } else if (unlessHolds()) {
        return;
      } else if (!nearHolds(start, end)) {
        boolean narrowed = named && matcher.start(EVIDENCE) >= 0;
        signals++;
        sink.add(
            narrowed ? offset + matcher.start(EVIDENCE) : start,
            narrowed ? offset + matcher.end(EVIDENCE) : end,
            List.of());
      }
    }

    private void end(Explanation.Step step, String why) {
      done = true;
      if (ended.step() != Explanation.Step.UNLESS_NEAR) {
        ended = new Outcome(step, why);
      }
    }

    private boolean unlessHolds() {
      if (!excluded) {
        excluded = true;
        LazyRegex excluding = first(unless, text, text.start(), text.end());
        if (excluding != null) {
          end(Explanation.Step.UNLESS, excluding.regex());
        }
      }
      return done;
    }

    private boolean nearHolds(int start, int end) {
      if (unlessNear.isEmpty()) {
        return false;
      }
      Sentence sentence = Sentence.around(text.chars(), text.start(), text.end(), start, end);
      LazyRegex excluding = first(unlessNear, text, sentence.start(), sentence.end());
      if (excluding == null) {
        return false;
      }
      ended = new Outcome(Explanation.Step.UNLESS_NEAR, excluding.regex());
      return true;
    }
  }
}
