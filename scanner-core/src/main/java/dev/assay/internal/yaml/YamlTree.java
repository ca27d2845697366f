package dev.assay.internal.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.assay.internal.yaml.YamlNode.Entry;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlNode.Scalar;
import dev.assay.internal.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML document into a tree. The file may come from a stranger, so what makes YAML
 * dangerous is refused: anchors and aliases (bombs), tags, a second document, deep nesting.
 */
public final class YamlTree {
  /** Longest file, in characters. */
  public static final int MAX_CHARACTERS = 256 * 1024;

  private static final int MAX_DEPTH = 40;
  private static final int MAX_NODES = 20_000;
  private final YAMLParser parser;
  private int nodes;
  private int depth;

  private YamlTree(YAMLParser parser) {
    this.parser = parser;
  }

  /**
   * The document.
   *
   * @throws YamlException if the text is not YAML, or passes a limit
   */
  public static YamlNode parse(String text) throws YamlException {
    if (text.length() > MAX_CHARACTERS) {
      throw new YamlException(
          Mark.WHOLE, "the file is larger than " + MAX_CHARACTERS + " characters; split it");
    }
    try (YAMLParser parser = factory().createParser(text)) {
      return new YamlTree(parser).document();
    } catch (JsonProcessingException e) {
      throw new YamlException(mark(e.getLocation()), "this is not valid YAML: " + problem(e));
    } catch (IOException e) {
      throw new YamlException(Mark.WHOLE, "the file cannot be read: " + e.getMessage());
    }
  }

  private static YAMLFactory factory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(2 * MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_DEPTH);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(2 * MAX_DEPTH).build())
        .build();
  }

  private YamlNode document() throws IOException, YamlException {
    if (parser.nextToken() == null) {
      throw new YamlException(Mark.WHOLE, "the file is empty");
    }
    YamlNode node = node();
    if (parser.nextToken() != null) {
      throw new YamlException(here(), "a second document starts here; one file holds one document");
    }
    return node;
  }

  private YamlNode node() throws IOException, YamlException {
    Mark mark = here();
    refuseTricks(mark);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      if (++depth > MAX_DEPTH) {
        throw new YamlException(mark, "values are nested deeper than " + MAX_DEPTH + " levels");
      }
      YamlNode node = token == JsonToken.START_OBJECT ? mapping(mark) : sequence(mark);
      depth--;
      return node;
    }
    return new Scalar(mark, parser.getText(), plain(token));
  }

  private void refuseTricks(Mark mark) throws IOException, YamlException {
    if (++nodes > MAX_NODES) {
      throw new YamlException(mark, "the file holds more than " + MAX_NODES + " values; split it");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new YamlException(
          mark,
          "anchors (&name) and aliases (*name) are not allowed; quote the value or repeat it");
    }
    if (parser.getTypeId() != null) {
      throw new YamlException(mark, "tags (!name) are not allowed; quote the value");
    }
  }

  private Mapping mapping(Mark mark) throws IOException, YamlException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Mark keyMark = here();
      String key = parser.currentName();
      parser.nextToken();
      Entry former = entries.put(key, new Entry(keyMark, node()));
      if (former != null) {
        throw new YamlException(
            keyMark, "the key " + key + " stands twice, first in line " + former.keyMark().line());
      }
    }
    return new Mapping(mark, entries);
  }

  private Sequence sequence(Mark mark) throws IOException, YamlException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Sequence(mark, items);
  }

  private @Nullable Object plain(JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> parser.getText();
    };
  }

  private Mark here() {
    return mark(parser.currentTokenLocation());
  }

  private static Mark mark(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? Mark.WHOLE
        : new Mark(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  /** The first line of what the parser says, which otherwise draws the place over many lines. */
  private static String problem(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    String[] lines = message.split("\n", -1);
    StringBuilder said = new StringBuilder(lines[0].strip());
    for (String line : lines) {
      if (!line.startsWith(" ") && !line.equals(lines[0]) && !line.isBlank()) {
        said.append("; ").append(line.strip());
      }
    }
    return said.toString()
        .replaceAll(" in 'reader', line \\d+, column \\d+:?", "")
        .toLowerCase(Locale.ROOT);
  }
}
