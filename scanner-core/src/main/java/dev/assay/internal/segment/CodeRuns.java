package dev.assay.internal.segment;

import java.util.Arrays;

/**
 * Finds the runs of code lines in text without fences: the likeliest way (Viterbi, two states)
 * through the scores of its lines, where going from prose to code or back has a price, and a lower
 * one at a paragraph's end. So single odd lines stay with their neighbours: a comment in code, a
 * formula in prose.
 *
 * <p>Linear in the text, with memory for {@value #MAX_LINES} lines: longer text is looked at in
 * pieces of so many. One instance for each thread.
 */
final class CodeRuns {
  static final int MAX_LINES = 1 << 15;
  private static final int MAX_QUOTED_LINES = 400;
  private static final int SWITCH = 5;
  private static final int SWITCH_AT_BREAK = 3;
  private static final int START = 2;
  private static final byte PROSE_FROM_CODE = 1;
  private static final byte CODE_FROM_PROSE = 2;

  private final LineScorer scorer = new LineScorer();
  private int[] starts = new int[64];
  private byte[] scores = new byte[64];
  private byte[] steps = new byte[64];
  private boolean[] blank = new boolean[64];
  private boolean[] code = new boolean[64];
  private int lines;
  private char quote;
  private int quotedLines;

  LineScorer scorer() {
    return scorer;
  }

  /** Hands every line's span of {@code [from, to)} to the sink, as prose or as bare code. */
  void find(char[] text, int from, int to, SegmentSink sink) {
    quote = 0;
    for (int at = from; at < to; ) {
      at = readLines(text, at, to);
      decide();
      emit(at, sink);
    }
  }

  /** Whether lines {@code [from, to)} read as prose throughout: a letter or a poem in a fence. */
  boolean readsAsProse(char[] text, int from, int to) {
    quote = 0;
    readLines(text, from, to);
    int sum = 0;
    for (int i = 0; i < lines; i++) {
      if (scores[i] > 2) {
        return false;
      }
      sum += scores[i];
    }
    return sum <= -LineScorer.LIMIT;
  }

  private int readLines(char[] text, int from, int to) {
    lines = 0;
    int at = from;
    while (at < to && lines < MAX_LINES) {
      int end = at;
      while (end < to && text[end] != '\n') {
        end++;
      }
      ensure(lines);
      starts[lines] = at;
      scores[lines] = (byte) scoreInContext(text, at, end);
      blank[lines] = blank(text, at, end);
      lines++;
      at = Math.min(to, end + 1);
    }
    return at;
  }

  /** Text in a string or comment that spans lines says nothing about what surrounds it. */
  private int scoreInContext(char[] text, int from, int end) {
    boolean wasQuoted = quote != 0;
    if (wasQuoted && ++quotedLines > MAX_QUOTED_LINES) {
      quote = 0;
      wasQuoted = false;
    }
    int scored = end;
    for (int i = from; i < end; i++) {
      char c = text[i];
      if (quote == 0 ? opens(text, from, i, end) : closes(text, i, end)) {
        quote = quote == 0 ? (c == '/' ? '*' : c) : 0;
        quotedLines = 0;
        scored = Math.min(scored, i);
        i += c == '*' || c == '/' ? 1 : 2;
      }
    }
    return wasQuoted ? 0 : scorer.score(text, from, quote == 0 ? end : scored);
  }

  private static boolean opens(char[] text, int from, int i, int end) {
    char c = text[i];
    if (c == '/') {
      return i + 1 < end && text[i + 1] == '*' && (i == from || Chars.space(text[i - 1]));
    }
    return triple(text, i, end, c);
  }

  private boolean closes(char[] text, int i, int end) {
    char c = text[i];
    if (quote == '*') {
      return c == '*' && i + 1 < end && text[i + 1] == '/';
    }
    return c == quote && triple(text, i, end, c);
  }

  private static boolean triple(char[] text, int i, int end, char c) {
    return (c == '"' || c == '\'') && i + 2 < end && text[i + 1] == c && text[i + 2] == c;
  }

  private static boolean blank(char[] text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (!Chars.space(text[i])) {
        return false;
      }
    }
    return true;
  }

  private void decide() {
    int prose = 0;
    int inCode = -START;
    for (int i = 0; i < lines; i++) {
      boolean atBreak = i > 0 && blank[i - 1];
      int price = atBreak ? SWITCH_AT_BREAK : SWITCH;
      steps[i] = 0;
      int fromProse = prose - price;
      int fromCode = inCode - price;
      if (i > 0 && fromCode > prose) {
        steps[i] |= PROSE_FROM_CODE;
        prose = fromCode;
      }
      if (i > 0 && fromProse > inCode) {
        steps[i] |= CODE_FROM_PROSE;
        inCode = fromProse;
      }
      inCode += scores[i];
    }
    boolean state = inCode > prose;
    for (int i = lines - 1; i >= 0; i--) {
      code[i] = state;
      if (state ? (steps[i] & CODE_FROM_PROSE) != 0 : (steps[i] & PROSE_FROM_CODE) != 0) {
        state = !state;
      }
    }
  }

  private void emit(int end, SegmentSink sink) {
    int i = 0;
    while (i < lines) {
      int j = i;
      while (j < lines && code[j] == code[i]) {
        j++;
      }
      if (code[i]) {
        emitCode(i, j, end, sink);
      } else {
        sink.prose(starts[i], start(j, end));
      }
      i = j;
    }
  }

  /** Blank lines around code belong to the prose, or to nothing. */
  private void emitCode(int first, int past, int end, SegmentSink sink) {
    int from = first;
    int to = past;
    while (from < to && blank[from]) {
      from++;
    }
    while (to > from && blank[to - 1]) {
      to--;
    }
    sink.prose(starts[first], start(from, end));
    if (from < to) {
      sink.bareCode(starts[from], start(to, end));
    }
    sink.prose(start(to, end), start(past, end));
  }

  private int start(int line, int end) {
    return line < lines ? starts[line] : end;
  }

  private void ensure(int index) {
    if (index < starts.length) {
      return;
    }
    int size = starts.length * 2;
    starts = Arrays.copyOf(starts, size);
    scores = Arrays.copyOf(scores, size);
    steps = Arrays.copyOf(steps, size);
    blank = Arrays.copyOf(blank, size);
    code = Arrays.copyOf(code, size);
  }
}
