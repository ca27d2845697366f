package dev.assay.internal.locate;

import dev.assay.internal.locate.UnitWalk.Escapes;

/**
 * Finds spans in the cells of a notebook, where a text is one JSON string, or a list of them that
 * are joined without anything between.
 */
public final class NotebookLocator implements ValueLocator {
  private final ValueLocator json = new JsonLocator();

  @Override
  public ByteSpan locate(byte[] bytes, int start, int end, String field, int from, int to) {
    ByteSpan value = JsonWalk.find(bytes, start, end, field);
    if (value == null || bytes[value.start()] != '[') {
      return json.locate(bytes, start, end, field, from, to);
    }
    int first = -1;
    int before = 0;
    int at = JsonWalk.firstElement(bytes, value.start(), value.end());
    while (at >= 0) {
      int close = JsonWalk.endOf(bytes, at, value.end());
      int units = UnitWalk.decodedUnits(bytes, at + 1, close - 1, Escapes.JSON);
      boolean last = to <= before + units;
      if (first < 0 && (from < before + units || last)) {
        int local = from - before;
        ByteSpan span = UnitWalk.span(bytes, at + 1, close - 1, local, local, Escapes.JSON);
        first = span.start();
      }
      if (last) {
        int local = to - before;
        int end1 = UnitWalk.span(bytes, at + 1, close - 1, 0, local, Escapes.JSON).end();
        return new ByteSpan(first, Math.max(first, local == 0 ? at + 1 : end1));
      }
      before += units;
      at = JsonWalk.nextElement(bytes, close, value.end());
    }
    throw new IllegalArgumentException("the value is shorter than the span");
  }
}
