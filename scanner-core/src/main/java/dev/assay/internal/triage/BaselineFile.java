package dev.assay.internal.triage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.triage.Baseline;
import dev.assay.triage.BaselineEntry;
import dev.assay.triage.Weight;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a {@link Baseline}: a head line, then a JSON line for each entry, sorted ({@code
 * docs/reference/baseline.schema.json}). There are no totals and no place of the data in it, so
 * that branches which both add entries merge line by line; lines in any order are read, since Git's
 * union merge leaves them so. Thread safe.
 */
public final class BaselineFile {
  /** Raised when an older Assay would read a file wrongly. */
  static final int VERSION = 1;

  /** Entries of one file; more are no baseline but a dataset to be cleaned. */
  public static final int MAX_ENTRIES = 1_000_000;

  private static final int MAX_LINE = 1_000;
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final List<String> MARKS = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");
  private static final String HEAD = "{\"format\":\"assay-baseline\",\"version\":" + VERSION + "}";
  private static final String REPAIR =
      " Take the file from an earlier commit, or remove it and write it anew.";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BaselineFile() {}

  /** A baseline that cannot be used; the message says where and what to do. */
  public static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  /**
   * Reads a baseline.
   *
   * @throws Damaged if it is not one, or of another version
   * @throws IOException if it cannot be read
   */
  public static Baseline read(Path file) throws IOException {
    List<BaselineEntry> entries = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
      String line = line(reader, file, 1);
      head(file, line);
      for (long number = 2; (line = line(reader, file, number)) != null; number++) {
        // Git's union merge may keep the head of both sides.
        if (!line.isBlank() && !line.equals(HEAD)) {
          entries.add(entry(file, number, line));
        }
        if (entries.size() > MAX_ENTRIES) {
          throw new Damaged(
              file + " holds more than " + MAX_ENTRIES + " findings: clean the data first.");
        }
      }
    } catch (CharacterCodingException e) {
      throw new Damaged(file + " is damaged: it is not UTF-8." + REPAIR);
    }
    return Baseline.of(entries);
  }

  private static @Nullable String line(BufferedReader reader, Path file, long number)
      throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() >= MAX_LINE) {
        throw damaged(file, number, "the line is longer than any entry");
      }
      line.append((char) c);
    }
    String text = line.toString();
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static void head(Path file, @Nullable String line) throws Damaged {
    if (line == null) {
      throw new Damaged(file + " is empty." + REPAIR);
    }
    JsonNode head = json(file, 1, line);
    if (!head.path("format").asText().equals("assay-baseline")) {
      throw damaged(file, 1, "this is no baseline: its first line is not " + HEAD);
    }
    if (head.path("version").asInt() != VERSION) {
      throw new Damaged(
          file
              + " is a baseline of version "
              + head.path("version").asText("?")
              + "; this Assay reads version "
              + VERSION
              + ". Use the Assay that wrote it, or write it anew.");
    }
  }

  private static BaselineEntry entry(Path file, long number, String line) throws Damaged {
    JsonNode entry = json(file, number, line);
    String fingerprint = entry.path("fingerprint").asText();
    Weight weight = Weight.named(entry.path("weight").asText());
    JsonNode count = entry.path("count");
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw damaged(file, number, "fingerprint must be 64 hex digits");
    }
    if (weight == null) {
      throw damaged(file, number, "weight must be counted, framed or note");
    }
    if (!count.canConvertToLong() || !count.isIntegralNumber() || count.asLong() < 1) {
      throw damaged(file, number, "count must be a whole number from 1");
    }
    return new BaselineEntry(
        fingerprint,
        weight,
        id(file, number, entry, "family"),
        id(file, number, entry, "rule"),
        count.asLong());
  }

  private static String id(Path file, long number, JsonNode entry, String key) throws Damaged {
    String id = entry.path(key).asText();
    if (!ID.matcher(id).matches()) {
      throw damaged(file, number, key + " must be an id such as py-sql-injection");
    }
    return id;
  }

  private static JsonNode json(Path file, long number, String line) throws Damaged {
    if (MARKS.stream().anyMatch(line::startsWith)) {
      throw new Damaged(
          file
              + ":"
              + number
              + ": a merge left its conflict marks here. Keep the entries of both sides and remove"
              + " the marks; \"*.jsonl merge=union\" in .gitattributes beside it does so from now"
              + " on.");
    }
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw damaged(file, number, "this is not JSON");
    }
    throw damaged(file, number, "this is not a JSON object");
  }

  private static Damaged damaged(Path file, long number, String what) {
    return new Damaged(file + ":" + number + ": the baseline is damaged: " + what + "." + REPAIR);
  }

  /** The whole file, the same bytes for the same content. */
  public static String text(Baseline baseline) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (BaselineEntry entry : baseline.entries()) {
      text.append("{\"fingerprint\":\"").append(entry.fingerprint());
      text.append("\",\"weight\":\"").append(entry.weight().id());
      text.append("\",\"family\":\"").append(entry.family());
      text.append("\",\"rule\":\"").append(entry.rule());
      text.append("\",\"count\":").append(entry.count()).append("}\n");
    }
    return text.toString();
  }
}
