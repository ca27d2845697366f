package dev.assay.internal.rule;

import dev.assay.record.Origin;
import dev.assay.record.Region;
import dev.assay.record.Turn;

/** An example lies in its rule's file; places inside it are of no interest to anybody. */
record ExampleOrigin(String uri, long line, long column) implements Origin {
  @Override
  public long row() {
    return 1;
  }

  @Override
  public Region region() {
    return new Region(line, column, line, column, -1, -1);
  }

  @Override
  public Region region(Turn turn, int start, int end) {
    return region();
  }
}
