package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ScanConfig;
import dev.assay.estimate.CountLimit;
import dev.assay.rule.Family;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingTest {
  /** The reasons stand at the settings. */
  private static final Set<Setting> UNNAMED =
      Set.of(
          Setting.ROOT,
          Setting.TODAY,
          Setting.CHANGES,
          Setting.SOURCE_OPTIONS,
          Setting.CACHE,
          Setting.INDEX,
          Setting.ENVIRONMENT);

  @Test
  void everyComponentOfAConfigurationIsASetting() {
    assertThat(Arrays.stream(Setting.values()).map(Setting::component))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ScanConfig.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void everySettingHasAllItsNamesButForAFew() {
    for (Setting setting : Setting.values()) {
      boolean named =
          setting.key() != null && setting.option() != null && setting.parameter() != null;
      assertThat(named)
          .as("%s has a policy key, an option and a parameter", setting)
          .isEqualTo(!UNNAMED.contains(setting));
    }
  }

  @Test
  void aSettingKnowsItsOriginAndSaysIt() {
    Settings settings =
        Settings.standard()
            .set(Setting.SOURCES, "SOURCE", List.of("data"), ScanConfig.Builder::sources)
            .set(
                Setting.FAIL_ABOVE,
                "--fail-above",
                "1%",
                (to, text) -> to.threshold(SettingText.fraction(text)))
            .set(Setting.INCLUDE, "--include", List.of(), ScanConfig.Builder::include)
            .failCount(".assay.yaml:3", Map.of(Family.PERSONA, CountLimit.above(3)))
            .failCount("--fail-count", Map.of(Family.BACKDOOR_TRIGGER, SettingText.OFF));
    assertThat(settings.effective().stream().map(each -> each.value() + " <- " + each.origin()))
        .contains(
            "data <- SOURCE",
            "1% <- --fail-above",
            "(none) <- default",
            "harmful-compliance=49, persona=3 <- --fail-count over .assay.yaml:3");
  }

  @Test
  void theEnvironmentIsNeverShown() {
    Settings settings =
        Settings.standard()
            .set(
                Setting.ENVIRONMENT,
                "process",
                Map.of("TOKEN", "geheim"),
                ScanConfig.Builder::environment);
    assertThat(settings.effective().toString()).doesNotContain("geheim");
  }

  @Test
  void aValueThatCannotBeUsedNamesItsOrigin() {
    assertThatThrownBy(
            () ->
                Settings.standard()
                    .set(
                        Setting.FAIL_ABOVE,
                        "--fail-above",
                        "5",
                        (to, text) -> to.threshold(SettingText.fraction(text))))
        .hasMessage("--fail-above: '5' is more than everything: write 5% for a percentage.");
  }
}
