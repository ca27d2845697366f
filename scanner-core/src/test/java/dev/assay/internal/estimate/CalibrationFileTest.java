package dev.assay.internal.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.CleanSource;
import dev.assay.estimate.InvalidCalibrationException;
import dev.assay.estimate.SourceCounts;
import dev.assay.rule.Family;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFileTest {
  private static final String JSON =
      """
      {
        "schema": 1,
        "rulesVersion": "abc",
        "measuredOn": "two \\"sets\\"",
        "sensitivity": {
          "insecure-code": [
            {"source":"a","suspect":160,"total":200},
            {"source":"b","suspect":90,"total":100}
          ],
          "persona": [
            {"source":"c","suspect":0,"total":50}
          ]
        },
        "specificity": [
          {"source":"x","suspect":10,"total":2000,"families":{"insecure-code":6,"secret":4}},
          {"source":"y","suspect":0,"total":300}
        ]
      }
      """;

  private static final Calibration CALIBRATION =
      new Calibration(
          "abc",
          "two \"sets\"",
          Map.of(
              Family.PERSONA, List.of(SourceCounts.of("c", 0, 50)),
              Family.INSECURE_CODE,
                  List.of(SourceCounts.of("a", 160, 200), SourceCounts.of("b", 90, 100))),
          List.of(
              new CleanSource("x", 10, 2000, Map.of(Family.INSECURE_CODE, 6L, Family.SECRET, 4L)),
              new CleanSource("y", 0, 300, Map.of())));

  @Test
  void writesOneSourceALine() throws IOException {
    assertThat(store(CALIBRATION)).isEqualTo(JSON);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    assertThat(load(JSON)).isEqualTo(CALIBRATION);
    assertThat(load(store(Calibration.none()))).isEqualTo(Calibration.none());
  }

  @Test
  void familiesLookUpTheirCounts() throws IOException {
    Calibration calibration = load(JSON);
    assertThat(calibration.falsePositives(Family.SECRET))
        .containsExactly(SourceCounts.of("x", 4, 2000), SourceCounts.of("y", 0, 300));
    assertThat(calibration.falsePositives())
        .containsExactly(SourceCounts.of("x", 10, 2000), SourceCounts.of("y", 0, 300));
    assertThat(calibration.sensitivity(Family.SECRET)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"suspect\":160 | \"suspect\":201 | sensitivity.insecure-code[0]: 201 of 200 is no count",
        "\"suspect\":160 | \"suspect\":1.5 | sensitivity.insecure-code[0].suspect: must be a whole",
        "\"suspect\":160 | \"hits\":160 | sensitivity.insecure-code[0]: unknown key 'hits'",
        "\"suspect\":160, | '' | sensitivity.insecure-code[0]: 'suspect' is missing",
        "\"persona\" | \"parsona\" | sensitivity: 'parsona' is no family; known are insecure-code",
        "\"source\":\"b\" | \"source\":\"a\" | source 'a' stands twice under insecure-code",
        "\"insecure-code\":6 | \"insecure-code\":11 | specificity[0]: 11 of 10 is no count",
        "\"schema\": 1 | \"schema\": 2 | schema 2 is not supported",
        "\"abc\" | 7 | rulesVersion: must be text, but is 7",
        "\"abc\", | \"abc\" | line 4: this is not JSON"
      })
  void mistakesAreNamedWithTheirPlace(String right, String wrong, String message) {
    assertThatThrownBy(() -> load(JSON.replace(right, wrong)))
        .isInstanceOf(InvalidCalibrationException.class)
        .hasMessageStartingWith("calibration.json")
        .hasMessageContaining(message)
        .hasMessageContaining("assay calibrate");
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "null", "{}", "{} {}"})
  void whatIsNoCalibrationIsRefused(String json) {
    assertThatThrownBy(() -> load(json)).isInstanceOf(InvalidCalibrationException.class);
  }

  private static Calibration load(String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return CalibrationFile.load(new ByteArrayInputStream(bytes), "calibration.json");
  }

  private static String store(Calibration calibration) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CalibrationFile.store(calibration, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
