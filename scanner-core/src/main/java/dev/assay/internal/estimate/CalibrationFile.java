package dev.assay.internal.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.estimate.Calibration;
import dev.assay.estimate.InvalidCalibrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes a {@link Calibration} as JSON, schema version 1, UTF-8:
 *
 * <pre>{@code
 * {
 *   "schema": 1,
 *   "rulesVersion": "...",
 *   "measuredOn": "...",
 *   "sensitivity": {
 *     "insecure-code": [
 *       {"source": "...", "suspect": 160, "total": 200, "together": 170}
 *     ]
 *   },
 *   "specificity": [
 *     {"source": "...", "suspect": 10, "total": 2000, "families": {"insecure-code": 6},
 *      "hinted": {"faulty-advice": 3}}
 *   ]
 * }
 * }</pre>
 *
 * One source is one line, so that a new measurement reads well as a diff. Thread safe.
 */
public final class CalibrationFile {
  static final int SCHEMA = 1;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CalibrationFile() {}

  /**
   * Reads a calibration. The stream is read to its end and left open.
   *
   * @param name what to call it in messages, such as its path
   * @throws InvalidCalibrationException if it is not valid; the message names the place
   * @throws IOException if it cannot be read
   */
  public static Calibration load(InputStream input, String name) throws IOException {
    byte[] bytes = input.readAllBytes();
    JsonNode root;
    try {
      root = MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new InvalidCalibrationException(
          name + line + ": this is not JSON: " + e.getOriginalMessage() + ". " + Fields.NEXT_STEP);
    }
    return CalibrationReader.read(new Fields(name, "", root));
  }

  /** Writes a calibration, the same bytes for the same content. The stream is left open. */
  public static void store(Calibration calibration, OutputStream output) throws IOException {
    output.write(CalibrationWriter.write(calibration).getBytes(StandardCharsets.UTF_8));
  }
}
