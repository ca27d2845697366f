package dev.assay.internal.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the keys of records that no schema fits, to tell the user what is there and what would
 * fit.
 */
public final class KeyCensus {
  private static final int MOST_KEYS = 200;
  private static final int SHOWN = 12;
  private static final int LONGEST_KEY = 60;
  private static final List<String> ANSWERS =
      List.of(
          "answer",
          "output",
          "response",
          "completion",
          "assistant",
          "reply",
          "target",
          "solution",
          "generat");
  private static final List<String> QUESTIONS =
      List.of(
          "question",
          "prompt",
          "query",
          "input",
          "user",
          "instruct",
          "problem",
          "title",
          "request");

  private final JsonFactory factory = new JsonFactory();
  private final Map<String, Seen> keys = new LinkedHashMap<>();

  private static final class Seen {
    private final String key;
    private String type;
    private long texts;
    private long length;

    Seen(String key, String type) {
      this.key = key;
      this.type = type;
    }

    double meanLength() {
      return texts == 0 ? -1 : (double) length / texts;
    }
  }

  /** Counts a record of JSON, as far as it can be read. */
  public void addJson(byte[] bytes, int start, int end) {
    try (JsonParser parser = factory.createParser(bytes, start, end - start)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        object(parser, "", true);
      }
    } catch (IOException e) {
      // Broken records are reported by their own decoder; here what was seen is enough.
      return;
    }
  }

  /** Counts a cell of a table. */
  public void addCell(String column, String text) {
    add(column, "text", text.length());
  }

  /** Sentences that name the keys and a map that would fit. */
  public String advice() {
    if (keys.isEmpty()) {
      return "No keys were seen.";
    }
    List<String> shown = new ArrayList<>();
    for (Seen seen : keys.values()) {
      if (shown.size() < SHOWN) {
        shown.add(Words.cut(seen.key) + " (" + seen.type + ")");
      }
    }
    String more = keys.size() > SHOWN ? " and " + (keys.size() - SHOWN) + " more" : "";
    String map = map();
    return "Keys seen: "
        + String.join(", ", shown)
        + more
        + ". "
        + (map == null
            ? "None of them holds text; name the right one with --map, such as assistant=KEY"
            : "Say what they hold with --map, such as --map " + forShell(map));
  }

  /** A name with blanks or other signs that a shell would read goes in quotes. */
  private static String forShell(String map) {
    boolean plain =
        map.chars().allMatch(c -> Character.isLetterOrDigit(c) || "=,._-".indexOf(c) >= 0);
    return plain ? map : "'" + map.replace("'", "'\\''") + "'";
  }

  private @Nullable String map() {
    List<Seen> texts = new ArrayList<>();
    for (Seen seen : keys.values()) {
      // What a map could not name is not proposed.
      boolean writable = seen.key.length() <= LONGEST_KEY && seen.key.indexOf(',') < 0;
      if (seen.texts > 0 && writable) {
        texts.add(seen);
      }
    }
    texts.sort(Comparator.comparingDouble(Seen::meanLength).reversed());
    if (texts.isEmpty()) {
      return null;
    }
    if (texts.size() == 1) {
      return "text=" + texts.get(0).key;
    }
    Seen answer = named(texts, ANSWERS);
    texts.remove(answer);
    Seen question = named(texts, QUESTIONS);
    return "user=" + question.key + ",assistant=" + answer.key;
  }

  /** The first whose name has one of the words in it, else the longest. */
  private static Seen named(List<Seen> texts, List<String> words) {
    for (String word : words) {
      for (Seen seen : texts) {
        if (seen.key.toLowerCase(Locale.ROOT).contains(word)) {
          return seen;
        }
      }
    }
    return texts.get(0);
  }

  private void object(JsonParser parser, String prefix, boolean deeper) throws IOException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      String path = prefix + key;
      if (token == JsonToken.START_OBJECT && deeper) {
        object(parser, path + ".", false);
      } else if (token == JsonToken.VALUE_STRING) {
        add(path, "text", parser.getTextLength());
      } else if (token == null) {
        return;
      } else {
        parser.skipChildren();
        add(path, Words.type(token).replaceFirst("^an? ", ""), 0);
      }
    }
  }

  private void add(String key, String type, int length) {
    Seen seen = keys.get(key);
    if (seen == null) {
      if (keys.size() == MOST_KEYS) {
        return;
      }
      seen = new Seen(key, type);
      keys.put(key, seen);
    }
    if (type.equals("text")) {
      seen.type = type;
      seen.texts++;
      seen.length += length;
    }
  }
}
