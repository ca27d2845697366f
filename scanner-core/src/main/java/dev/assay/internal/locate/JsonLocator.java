package dev.assay.internal.locate;

import dev.assay.internal.locate.UnitWalk.Escapes;
import java.nio.charset.StandardCharsets;

/** Finds values by JSON pointer (RFC 6901) in a record of valid JSON. */
public final class JsonLocator implements ValueLocator {
  /** Between the pointer to a text and the pointer into the JSON that the text holds. */
  static final String NESTED = "#";

  @Override
  public ByteSpan locate(byte[] bytes, int start, int end, String field, int from, int to) {
    ByteSpan value = JsonWalk.find(bytes, start, end, field);
    if (value != null) {
      return inside(bytes, value, from, to);
    }
    for (int cut = field.indexOf(NESTED); cut >= 0; cut = field.indexOf(NESTED, cut + 1)) {
      ByteSpan outer = JsonWalk.find(bytes, start, end, field.substring(0, cut));
      if (outer != null && bytes[outer.start()] == '"') {
        byte[] text = unescaped(bytes, outer);
        UnitSpan units = unitsOf(text, field.substring(cut + NESTED.length()), from, to);
        return inside(bytes, outer, units.from(), units.to());
      }
    }
    throw new IllegalArgumentException("no field " + field);
  }

  /** A range of UTF-16 units. */
  record UnitSpan(int from, int to) {}

  /** The units, in a text that is JSON, that a span of one of its values was decoded from. */
  static UnitSpan unitsOf(byte[] json, String pointer, int from, int to) {
    ByteSpan value = JsonWalk.find(json, 0, json.length, pointer);
    if (value == null) {
      throw new IllegalArgumentException("no field " + pointer);
    }
    ByteSpan span = inside(json, value, from, to);
    int first = UnitWalk.units(json, 0, span.start());
    return new UnitSpan(first, first + UnitWalk.units(json, span.start(), span.end()));
  }

  private static ByteSpan inside(byte[] bytes, ByteSpan value, int from, int to) {
    return bytes[value.start()] == '"'
        ? UnitWalk.span(bytes, value.start() + 1, value.end() - 1, from, to, Escapes.JSON)
        : UnitWalk.span(bytes, value.start(), value.end(), from, to, Escapes.NONE);
  }

  private static byte[] unescaped(byte[] bytes, ByteSpan quoted) {
    return JsonWalk.unescape(bytes, quoted.start() + 1, quoted.end() - 1)
        .getBytes(StandardCharsets.UTF_8);
  }
}
