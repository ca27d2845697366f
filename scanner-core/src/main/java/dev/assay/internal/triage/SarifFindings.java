package dev.assay.internal.triage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds a finding in a SARIF report of Assay's. */
public final class SarifFindings {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .build();

  private SarifFindings() {}

  /**
   * A finding.
   *
   * @param fingerprint 64 hex digits
   * @param rule id
   * @param count how often the report holds it
   * @param counts whether it makes its record suspect
   */
  public record Found(String fingerprint, String rule, long count, boolean counts) {}

  /**
   * The finding of that fingerprint, or null if there is none.
   *
   * @param fingerprint 64 hex digits, or what GitHub shows: 16 of them, with or without a number
   *     behind a colon
   * @throws IOException if the report cannot be read, or fits two findings; says so
   */
  public static @Nullable Found find(Path report, String fingerprint) throws IOException {
    Search search = new Search(fingerprint.replaceFirst(":[0-9]+$", ""));
    try (JsonParser parser = MAPPER.createParser(report.toFile())) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY
            && "results".equals(parser.currentName())) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode result = MAPPER.readTree(parser);
            search.add(result);
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new IOException(report + " is no SARIF report: " + e.getOriginalMessage(), e);
    }
    return search.found;
  }

  private static final class Search {
    private final String wanted;
    private @Nullable Found found;

    Search(String wanted) {
      this.wanted = wanted;
    }

    void add(JsonNode result) throws IOException {
      String print = result.at("/partialFingerprints/assay~1findingHash~1v1").asText("");
      boolean fits = wanted.length() >= 16 && print.startsWith(wanted);
      if (!fits || result.path("baselineState").asText("").equals("absent")) {
        return;
      }
      boolean counts = result.at("/properties/counted").asBoolean(false);
      String rule = result.path("ruleId").asText("");
      if (found == null) {
        found = new Found(print, rule, 1, counts);
      } else if (found.fingerprint().equals(print)) {
        found = new Found(print, rule, found.count() + 1, counts || found.counts());
      } else {
        throw new IOException("two findings begin with " + wanted + ": give all 64 digits");
      }
    }
  }
}
