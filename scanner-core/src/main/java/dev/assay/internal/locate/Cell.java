package dev.assay.internal.locate;

import java.nio.charset.StandardCharsets;

/**
 * One cell of a row of a table, as indices of its bytes without the quotes around it.
 *
 * @param quoted whether it stands in quotes, those inside it doubled
 */
public record Cell(int start, int end, boolean quoted) {
  /** What the cell says. */
  public String text(byte[] bytes) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return quoted && text.indexOf('"') >= 0 ? text.replace("\"\"", "\"") : text;
  }
}
