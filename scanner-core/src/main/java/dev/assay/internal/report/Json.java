package dev.assay.internal.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * JSON that every parser takes and that cannot harm whoever prints it: UTF-8, no lone surrogates,
 * characters that cannot be seen written as escapes. Numbers are written the same on every Java
 * version. The stream is left open.
 */
final class Json implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();
  private static final int DECIMALS = 9;

  private final JsonGenerator generator;
  private boolean inline;

  private Json(JsonGenerator generator) {
    this.generator = generator;
    generator.setCharacterEscapes(new VisibleEscapes());
  }

  /** One value, indented by two blanks. */
  static Json pretty(OutputStream out) throws IOException {
    Json json = new Json(FACTORY.createGenerator(out));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    DefaultPrettyPrinter.Indenter indenter = json.new LineIndenter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    json.generator.setPrettyPrinter(printer);
    return json;
  }

  /** A value a line. */
  static Json lines(OutputStream out) throws IOException {
    JsonGenerator generator = FACTORY.createGenerator(out);
    generator.setRootValueSeparator(new SerializedString("\n"));
    return new Json(generator);
  }

  /** Ends the last line or value, and hands everything to the stream. */
  @Override
  public void close() throws IOException {
    generator.close();
  }

  void flush() throws IOException {
    generator.flush();
  }

  Json newline() throws IOException {
    generator.writeRaw('\n');
    return this;
  }

  Json open() throws IOException {
    generator.writeStartObject();
    return this;
  }

  Json open(String name) throws IOException {
    generator.writeObjectFieldStart(name);
    return this;
  }

  Json end() throws IOException {
    generator.writeEndObject();
    return this;
  }

  /** An object on one line, up to {@link #endLine}. */
  Json openLine() throws IOException {
    generator.writeStartObject();
    inline = true;
    return this;
  }

  Json endLine() throws IOException {
    generator.writeEndObject();
    inline = false;
    return this;
  }

  Json openList() throws IOException {
    generator.writeStartArray();
    return this;
  }

  Json openList(String name) throws IOException {
    generator.writeArrayFieldStart(name);
    return this;
  }

  Json endList() throws IOException {
    generator.writeEndArray();
    return this;
  }

  Json put(String name, String value) throws IOException {
    generator.writeFieldName(name);
    generator.writeString(paired(value));
    return this;
  }

  /** Nothing is written for null. */
  Json putIfAny(String name, @Nullable String value) throws IOException {
    return value == null || value.isEmpty() ? this : put(name, value);
  }

  Json put(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
    return this;
  }

  Json put(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
    return this;
  }

  /** A figure between 0 and 1, or a time in seconds; nine decimals. What is no number is null. */
  Json putFigure(String name, double value) throws IOException {
    generator.writeFieldName(name);
    if (!Double.isFinite(value)) {
      generator.writeNull();
    } else {
      BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
      BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
      generator.writeNumber(plain.toPlainString());
    }
    return this;
  }

  Json putNumbers(String name, Collection<Long> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (long value : values) {
      generator.writeNumber(value);
    }
    generator.writeEndArray();
    return this;
  }

  Json put(String name, Collection<String> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String value : values) {
      generator.writeString(paired(value));
    }
    generator.writeEndArray();
    return this;
  }

  /** Breaks lines, except inside an object that stands on one. */
  private final class LineIndenter implements DefaultPrettyPrinter.Indenter {
    private final DefaultIndenter lines = new DefaultIndenter("  ", "\n");

    @Override
    public void writeIndentation(JsonGenerator out, int level) throws IOException {
      if (!inline) {
        lines.writeIndentation(out, level);
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }

  /** The text with lone surrogates, which no UTF-8 can hold, replaced by U+FFFD. */
  private static String paired(String text) {
    int at = firstLone(text);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = at; i < out.length(); i++) {
      if (Character.isHighSurrogate(out.charAt(i))
          && i + 1 < out.length()
          && Character.isLowSurrogate(out.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(out.charAt(i))) {
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out.toString();
  }

  private static int firstLone(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.isHighSurrogate(text.charAt(i))
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  /** Escapes what cannot be seen: the value stays exact, and printing it is harmless. */
  private static final class VisibleEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    VisibleEscapes() {
      ascii[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      if (Character.isSurrogate((char) ch) || !Invisible.is(ch)) {
        return null;
      }
      return new SerializedString(String.format(java.util.Locale.ROOT, "\\u%04X", ch));
    }
  }
}
