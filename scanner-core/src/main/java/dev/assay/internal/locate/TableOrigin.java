package dev.assay.internal.locate;

import dev.assay.record.Origin;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import java.util.Objects;

/**
 * A record's place in a file that has no lines: regions count the row as the line, and columns from
 * the beginning of the value that a turn's text comes from.
 */
public record TableOrigin(String uri, long row) implements Origin {
  @Override
  public long line() {
    return 0;
  }

  @Override
  public Region region() {
    return new Region(row, 1, row, 1, -1, -1);
  }

  @Override
  public Region region(Turn turn, int start, int end) {
    Objects.checkFromToIndex(start, end, turn.text().length());
    long first = turn.offset() + 1L;
    return new Region(row, first + start, row, first + end, -1, -1);
  }
}
