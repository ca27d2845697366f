package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.policy.Setting;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SettingOptionsTest {
  @Test
  void everySettingHasAnOptionAndEveryOptionIsASetting() {
    CommandSpec spec = CommandLine.Model.CommandSpec.forAnnotatedObject(new ScanOptions());
    Set<String> options = new TreeSet<>();
    spec.options().forEach(option -> options.add(option.longestName()));
    // The other way to say what is compared.
    assertThat(options.remove("--merge")).isTrue();
    spec.positionalParameters().forEach(parameter -> options.add(parameter.paramLabel()));
    assertThat(options)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Setting.values()).map(Setting::option).filter(Objects::nonNull).toList());
  }
}
