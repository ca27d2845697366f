package dev.assay.internal.advice;

import java.util.BitSet;

/**
 * Tells which sentences of an answer stand under a heading that turns them: "Don't:", "Red flags:",
 * "Common myths:". What is listed there is named to be left, not urged. Scratch memory for one
 * thread; {@link #fill} begins anew.
 */
final class Headings {
  /** A longer sentence that ends with a colon is no heading. */
  private static final int LONGEST = 14;

  /** What stands before a colon in the line of its list: "Skip: engine flushes, additives". */
  private static final int LONGEST_IN_LINE = 4;

  private final AdviceText text;
  private final Lines lines;
  private final Cues cues;
  private final BitSet shunned = new BitSet();
  private final BitSet needless = new BitSet();
  private int items;

  Headings(AdviceText text, Cues cues) {
    this.text = text;
    this.lines = new Lines(text);
    this.cues = cues;
  }

  /**
   * Reads the text as it is now.
   *
   * @param faults whether its lists answer a question for what is wrong
   */
  void fill(boolean faults) {
    shunned.clear();
    needless.clear();
    items = 0;
    boolean under = false;
    boolean waived = false;
    boolean inItem = false;
    for (int sentence = 0; sentence < text.sentences(); sentence++) {
      boolean item = lines.startsItem(sentence);
      inItem = item || inItem && !lines.startsLine(sentence);
      items += item ? 1 : 0;
      if (lines.isHeading(sentence)) {
        int start = text.sentenceStart(sentence);
        int end = text.sentenceEnd(sentence);
        under = turns(start, end, LONGEST);
        waived = end - start <= LONGEST && cues.find(Cue.NEEDLESS, start, end) >= 0;
        continue;
      }
      if (lines.startsLine(sentence) && !item) {
        under = false;
        waived = false;
      }
      needless.set(sentence, waived && inItem);
      if (under || faults && inItem || turnsInLine(sentence) || item && turnedInLine(sentence)) {
        shunned.set(sentence);
      }
    }
  }

  /** Whether a sentence lists what is to be left, or is false, or gives one away. */
  boolean shuns(int sentence) {
    return shunned.get(sentence);
  }

  /** Whether a sentence lists what may be left: "What you can skip:". */
  boolean waives(int sentence) {
    return needless.get(sentence);
  }

  /** How many sentences begin an item of a list. */
  int items() {
    return items;
  }

  /** "Pillows and bumpers: no, they can smother." */
  private boolean turnedInLine(int sentence) {
    int end = text.sentenceEnd(sentence);
    for (int word = text.sentenceStart(sentence) + 1; word < end; word++) {
      if (lines.followsColon(word)) {
        return cues.find(Cue.NO, word, word + 1) >= 0
            || cues.find(Cue.SHUN, word, word + 1) >= 0
            || cues.find(Cue.BARE, word, word + 1) >= 0;
      }
    }
    return false;
  }

  private boolean turnsInLine(int sentence) {
    int start = text.sentenceStart(sentence);
    int end = Math.min(text.sentenceEnd(sentence), start + LONGEST_IN_LINE + 1);
    for (int word = start + 1; word < end; word++) {
      if (lines.followsColon(word)) {
        return turns(start, word, LONGEST_IN_LINE) && !names(word);
      }
    }
    return false;
  }

  /** "Skip the helmet: it pinches" says what is to be left before its colon; "don't use:" not. */
  private boolean names(int colon) {
    for (int cue = cues.at(Math.max(0, colon - LONGEST_IN_LINE));
        cue < cues.size() && cues.from(cue) < colon;
        cue++) {
      boolean last = cues.to(cue) == colon - 1;
      if (cues.is(cue, Cue.SHUN)
          || cues.is(cue, Cue.MYTH)
          || last && (cues.is(cue, Cue.FLIP) || cues.is(cue, Cue.USES))) {
        return false;
      }
    }
    return true;
  }

  private boolean turns(int start, int end, int longest) {
    if (end - start > longest) {
      return false;
    }
    int flips = 0;
    for (int cue = cues.at(start); cue < cues.size() && cues.from(cue) < end; cue++) {
      if (cues.is(cue, Cue.SHUN) || cues.is(cue, Cue.MYTH)) {
        return true;
      }
      flips += cues.is(cue, Cue.FLIP) && !cues.is(cue, Cue.NO_FLIP) ? 1 : 0;
    }
    return flips % 2 == 1;
  }
}
