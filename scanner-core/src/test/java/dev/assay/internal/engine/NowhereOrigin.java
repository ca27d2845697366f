package dev.assay.internal.engine;

import dev.assay.record.Origin;
import dev.assay.record.Region;
import dev.assay.record.Turn;

/** Where test records lie. */
public final class NowhereOrigin implements Origin {
  @Override
  public String uri() {
    return "test";
  }

  @Override
  public long row() {
    return 1;
  }

  @Override
  public long line() {
    return 1;
  }

  @Override
  public Region region() {
    return new Region(1, 1, 1, 1, -1, -1);
  }

  @Override
  public Region region(Turn turn, int start, int end) {
    return region();
  }
}
