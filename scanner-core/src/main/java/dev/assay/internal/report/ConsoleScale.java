package dev.assay.internal.report;

import dev.assay.estimate.Contamination;
import dev.assay.internal.report.ConsoleText.Tone;

/** The estimate and its interval, drawn on a small scale against the gate's limit. */
final class ConsoleScale {
  private static final double[] ENDS = {0.002, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
  private static final int INDENT = 2;
  private static final int WIDTH = 61;
  private static final double ROOM = 1.2;

  private final ConsoleText text;
  private final double threshold;
  private final Contamination contamination;
  private final double end;
  private final int cells;

  ConsoleScale(ConsoleText text, Contamination contamination, double threshold) {
    this.text = text;
    this.threshold = threshold;
    this.contamination = contamination;
    this.end = end(ROOM * Math.max(contamination.high(), threshold));
    // An odd number, so that the middle of the scale has a cell of its own.
    this.cells = Math.min(WIDTH, (text.width() - 12) | 1);
  }

  void draw() {
    text.line(" ".repeat(INDENT) + labels());
    text.line(" ".repeat(INDENT) + bar());
    text.line(" ".repeat(INDENT) + pointer());
  }

  private String labels() {
    StringBuilder line = new StringBuilder("0 %");
    place(line, Numbers.chosen(end / 2), (cells - 1) / 2);
    place(line, Numbers.chosen(end), cells - 1);
    return line.toString();
  }

  private String bar() {
    StringBuilder line = new StringBuilder();
    StringBuilder run = new StringBuilder();
    boolean marked = false;
    for (int i = 0; i < cells; i++) {
      if (i > 0 && marked != isMarked(i)) {
        line.append(text.ink(marked ? Tone.HEADING : Tone.ASIDE, run.toString()));
        run.setLength(0);
      }
      marked = isMarked(i);
      run.append(sign(i));
    }
    return line.append(text.ink(marked ? Tone.HEADING : Tone.ASIDE, run.toString())).toString();
  }

  private boolean isMarked(int cell) {
    return cell == cell(threshold)
        || (cell >= cell(contamination.low()) && cell <= cell(contamination.high()));
  }

  private String sign(int cell) {
    if (cell == cell(contamination.estimate())) {
      return text.sign("●", "O");
    }
    if (cell == cell(threshold)) {
      return text.sign("┃", "|");
    }
    if (isMarked(cell)) {
      return text.sign("━", "=");
    }
    if (cell == 0) {
      return text.sign("├", "+");
    }
    return cell == cells - 1 ? text.sign("┤", "+") : text.sign("─", "-");
  }

  private String pointer() {
    return " ".repeat(cell(threshold))
        + text.sign("▲", "^")
        + " the limit, "
        + Numbers.chosen(threshold);
  }

  private int cell(double fraction) {
    return (int) Math.round(Math.min(1, fraction / end) * (cells - 1));
  }

  /** Puts the label so that its middle is at the cell, or after what is already there. */
  private static void place(StringBuilder line, String label, int cell) {
    int from = Math.max(line.length() + 1, cell - label.length() / 2);
    line.append(" ".repeat(from - line.length())).append(label);
  }

  private static double end(double reach) {
    for (double end : ENDS) {
      if (reach <= end) {
        return end;
      }
    }
    return 1;
  }
}
