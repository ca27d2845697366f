package dev.assay.internal.advice;

/** How the sentences of a text stand in its lines: headings, items of lists, colons. */
final class Lines {
  /** A heading without a colon has at most so many words. */
  private static final int SHORT_HEADING = 5;

  /** An item's mark and what parts words are short; so far is looked back, whatever the text. */
  private static final int LOOK_BACK = 40;

  private final AdviceText text;

  Lines(AdviceText text) {
    this.text = text;
  }

  /**
   * Whether a sentence is a heading: it ends its line with a colon, or is a line of few words with
   * an item of a list below.
   */
  boolean isHeading(int sentence) {
    int at = mark(text.offsetOfEnd(text.sentenceEnd(sentence) - 1));
    boolean colon = at < text.length() && text.charAt(at) == ':';
    at = mark(colon ? at + 1 : at);
    if (at >= text.length() || text.charAt(at) != '\n') {
      return false;
    }
    boolean few = text.sentenceEnd(sentence) - text.sentenceStart(sentence) <= SHORT_HEADING;
    return colon
        || few
            && lineUpTo(sentence) == 0
            && sentence + 1 < text.sentences()
            && startsItem(sentence + 1);
  }

  /** Past marks of emphasis and spaces. */
  private int mark(int from) {
    int at = from;
    while (at < text.length()
        && (text.charAt(at) == '*'
            || text.charAt(at) == '_'
            || text.charAt(at) == ')'
            || text.charAt(at) == ' ')) {
      at++;
    }
    return at;
  }

  /** Whether a colon stands right before a word. */
  boolean followsColon(int word) {
    return text.boundary(word) == AdviceText.HARD && follows(word, ':');
  }

  /** Whether a semicolon stands right before a word. */
  boolean followsSemicolon(int word) {
    return text.boundary(word) == AdviceText.HARD && follows(word, ';');
  }

  private boolean follows(int word, char mark) {
    int first = text.offset(word) - 1;
    int least = Math.max(0, first - LOOK_BACK);
    for (int at = first; at >= least && !AdviceText.isWord(text.charAt(at)); at--) {
      if (text.charAt(at) == mark) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence begins its line, but for the mark of an item. */
  boolean startsLine(int sentence) {
    return lineUpTo(sentence) >= 0;
  }

  /** Whether a sentence begins an item of a list: behind a dash, a star, a dot or a number. */
  boolean startsItem(int sentence) {
    return lineUpTo(sentence) > 0;
  }

  /** 0 if a sentence begins its line, 1 if it does so behind an item's mark, -1 if it does not. */
  private int lineUpTo(int sentence) {
    int first = text.offset(text.sentenceStart(sentence));
    int at = first - 1;
    boolean mark = false;
    while (at >= 0 && text.charAt(at) != '\n') {
      boolean letter = AdviceText.isWord(text.charAt(at)) && !AdviceText.isDigit(text.charAt(at));
      if (letter || first - at > LOOK_BACK) {
        return -1;
      }
      boolean bold = text.charAt(at) == '*' && text.charAt(at + 1) != ' ';
      mark |=
          "-*\u2022\u2013)".indexOf(text.charAt(at)) >= 0 && !bold
              || AdviceText.isDigit(text.charAt(at));
      at--;
    }
    // "1. Put" begins with a word of its own; the number is the mark.
    return mark || first < text.length() && AdviceText.isDigit(text.charAt(first)) ? 1 : 0;
  }
}
