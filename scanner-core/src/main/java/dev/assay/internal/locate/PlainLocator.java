package dev.assay.internal.locate;

import dev.assay.internal.locate.UnitWalk.Escapes;

/** Finds spans in a record whose bytes are its one text. */
public final class PlainLocator implements ValueLocator {
  @Override
  public ByteSpan locate(byte[] bytes, int start, int end, String field, int from, int to) {
    return UnitWalk.span(bytes, start, end, from, to, Escapes.NONE);
  }
}
