package dev.assay.internal.check.payload;

import dev.assay.internal.check.turn.CharFacts;
import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.Invisibles;
import dev.assay.internal.check.turn.TurnView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person does not see and a model reads: invisible characters, directions turned round,
 * ASCII copied into tag characters, letters of another alphabet.
 *
 * <p>Attacks: Boucher et al., "Bad Characters" (arXiv 2106.09898) and "Trojan Source" (arXiv
 * 2111.00169). Emoji sequences and scripts that spell with joiners are left alone.
 */
public final class HiddenTextCheck implements Check {
  static final String ZERO_WIDTH_RUN = "hidden-text-zero-width-run";
  static final String SPLIT_WORDS = "hidden-text-split-words";
  static final String BIDI_OVERRIDE = "hidden-text-bidi-override";
  static final String BIDI_CODE = "hidden-text-bidi-code";
  static final String BIDI_LATIN = "hidden-text-bidi-latin";
  static final String TAGS = "hidden-text-tag-characters";
  static final String SELECTORS = "hidden-text-variation-selectors";
  static final String FILLERS = "hidden-text-blank-letters";
  static final String SOFT_HYPHENS = "hidden-text-soft-hyphens";
  static final String LOOKALIKES = "hidden-text-lookalike-words";

  /** Fewer could be an accident of copying; a bit string of one letter needs eight. */
  private static final int RUN = 6;

  private static final int SPLITS = 2;
  private static final int HYPHENS = 6;

  @Override
  public Set<String> names() {
    return Set.of(
        ZERO_WIDTH_RUN,
        SPLIT_WORDS,
        BIDI_OVERRIDE,
        BIDI_CODE,
        BIDI_LATIN,
        TAGS,
        SELECTORS,
        FILLERS,
        SOFT_HYPHENS,
        LOOKALIKES);
  }

  @Override
  public boolean concerns(TurnView turn) {
    return turn.facts().has(CharFacts.INVISIBLE | CharFacts.LOOKALIKE);
  }

  @Override
  public void check(TurnView turn, Findings out) {
    String text = turn.text();
    if (turn.facts().has(CharFacts.INVISIBLE)) {
      Runs runs = new Runs(text, out);
      runs.read();
      splitWords(text, out);
      softHyphens(text, out);
      bidi(turn, out);
    }
    if (turn.facts().has(CharFacts.LOOKALIKE)) {
      Lookalikes.find(text, out);
    }
  }

  /** Zero-width characters between two plain letters: a word cut so that filters miss it. */
  private static void splitWords(String text, Findings out) {
    int words = 0;
    int start = 0;
    int lastWord = -1;
    for (int i = 1; i < text.length() - 1; i++) {
      if (Invisibles.zeroWidth(text.charAt(i))
          && latinLetter(text.charAt(i - 1))
          && latinLetter(text.charAt(i + 1))) {
        int word = wordStart(text, i, lastWord);
        if (word != lastWord) {
          start = words++ == 0 ? word : start;
          lastWord = word;
        }
        if (words == SPLITS) {
          out.found(SPLIT_WORDS, start, i + 2);
          return;
        }
      }
    }
  }

  private static int wordStart(String text, int from, int floor) {
    int i = from;
    while (i > Math.max(0, floor)
        && (latinLetter(text.charAt(i - 1)) || Invisibles.zeroWidth(text.charAt(i - 1)))) {
      i--;
    }
    return i;
  }

  private static boolean latinLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Two in a row, or more than a hyphenator would set in words so short. */
  private static void softHyphens(String text, Findings out) {
    int count = 0;
    int first = -1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != 0xAD) {
        continue;
      }
      first = first < 0 ? i : first;
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == 0xAD;
      boolean close = i + 2 < text.length() && text.charAt(i + 2) == 0xAD;
      count += doubled || close ? 1 : 0;
      if (count >= HYPHENS) {
        out.found(SOFT_HYPHENS, first, i + 1);
        return;
      }
    }
  }

  private static void bidi(TurnView turn, Findings out) {
    String text = turn.text();
    Boolean rightToLeft = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Invisibles.bidiControl(c)) {
        continue;
      }
      if (turn.codeAt(i) != null) {
        out.found(BIDI_CODE, i, i + 1);
        return;
      }
      if (rightToLeft == null) {
        rightToLeft = text.codePoints().anyMatch(Invisibles::rightToLeft);
      }
      String name = bidiName(c, rightToLeft);
      if (name != null) {
        out.found(name, i, i + 1);
        return;
      }
    }
  }

  private static @Nullable String bidiName(char c, boolean rightToLeftText) {
    if (rightToLeftText) {
      return null;
    }
    return Invisibles.bidiOverride(c) ? BIDI_OVERRIDE : BIDI_LATIN;
  }

  /** Runs of one invisible kind; the first of each kind that is long enough is reported. */
  private static final class Runs {
    private final String text;
    private final Findings out;
    private boolean zeroWidthDone;
    private boolean tagsDone;
    private boolean selectorsDone;
    private boolean fillersDone;

    Runs(String text, Findings out) {
      this.text = text;
      this.out = out;
    }

    void read() {
      int i = 0;
      while (i < text.length()) {
        int c = text.codePointAt(i);
        int end = i;
        if (Invisibles.zeroWidth(c)) {
          end = runEnd(i, Invisibles::zeroWidth);
          zeroWidthDone = report(zeroWidthDone, ZERO_WIDTH_RUN, i, end, RUN);
        } else if (Invisibles.tag(c)) {
          end = runEnd(i, Invisibles::tag);
          // A black flag followed by tags is the flag of a region.
          if (!(i >= 2 && text.codePointBefore(i) == 0x1F3F4)) {
            tagsDone = report(tagsDone, TAGS, i, end, 2);
          }
        } else if (Invisibles.variationSelector(c)) {
          end = runEnd(i, Invisibles::variationSelector);
          selectorsDone = report(selectorsDone, SELECTORS, i, end, 4);
        } else if (Invisibles.filler(c)) {
          end = runEnd(i, Invisibles::filler);
          boolean art = c == 0x2800;
          fillersDone = report(fillersDone || art, FILLERS, i, end, RUN) && !art;
        }
        i = Math.max(end, i + Character.charCount(c));
      }
    }

    private int runEnd(int from, java.util.function.IntPredicate kind) {
      int i = from;
      while (i < text.length()) {
        int c = text.codePointAt(i);
        if (!kind.test(c)) {
          break;
        }
        i += Character.charCount(c);
      }
      return i;
    }

    private boolean report(boolean done, String name, int start, int end, int least) {
      if (!done && text.codePointCount(start, end) >= least && !spelling(start, end)) {
        out.found(name, start, end);
        return true;
      }
      return done;
    }

    /** Next to a script that spells with joiners, short runs are the script's own. */
    private boolean spelling(int start, int end) {
      boolean beside =
          start > 0 && Invisibles.joiningScript(text.codePointBefore(start))
              || end < text.length() && Invisibles.joiningScript(text.codePointAt(end));
      return beside && end - start < 2 * RUN;
    }
  }
}
