package dev.assay.report;

/**
 * What a terminal can show.
 *
 * @param color whether escape sequences for colours are understood and wanted; no meaning depends
 *     on them
 * @param unicode whether more than ASCII can be shown
 * @param width columns, at least {@link #NARROWEST}; wider than {@link #WIDEST} is not used
 */
public record ConsoleStyle(boolean color, boolean unicode, int width) {
  /** Narrower than this, lines break anyhow. */
  public static final int NARROWEST = 60;

  /** Longer lines are hard to read. */
  public static final int WIDEST = 100;

  /** What every terminal and log file shows. */
  public static final ConsoleStyle PLAIN = new ConsoleStyle(false, false, 80);

  public ConsoleStyle {
    width = Math.max(NARROWEST, Math.min(WIDEST, width));
  }
}
