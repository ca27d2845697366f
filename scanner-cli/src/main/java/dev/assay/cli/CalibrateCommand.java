package dev.assay.cli;

import dev.assay.Calibrator;
import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.estimate.Calibration;
import dev.assay.policy.SettingText;
import dev.assay.rule.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay calibrate}. */
@Command(
    name = "calibrate",
    description = {
      "Measure on your own labelled data how much each family finds and how often it is wrong.",
      "Every file is a source of its own. Use data that no rule was tuned on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  assay calibrate --clean labelled/clean --poison insecure-code=labelled/insecure.jsonl \\",
      "      --measured-on 'our labels of May 2026' -o calibration.json",
      "  assay scan data/ --calibration calibration.json"
    })
final class CalibrateCommand implements Callable<Integer> {
  @Option(
      names = "--clean",
      required = true,
      paramLabel = "PATH",
      description = "A file or folder of which every record is clean. May be repeated.")
  private List<String> clean = List.of();

  @Option(
      names = "--poison",
      paramLabel = "FAMILY=PATH",
      description =
          "A file or folder of which every record is poison of that family. May be repeated.")
  private List<String> poison = List.of();

  @Option(
      names = "--measured-on",
      paramLabel = "TEXT",
      defaultValue = "your own labelled data",
      description = "What it was measured on, in words that reports will show.")
  private String measuredOn = "";

  @Option(names = "--rules", paramLabel = "DIR", description = "A folder of further rules.")
  private List<Path> rules = List.of();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where the calibration goes.")
  private @Nullable Path output;

  @Spec private @Nullable CommandSpec spec;
  private final Terminal terminal;

  CalibrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path target = writable(java.util.Objects.requireNonNull(output));
    try (ProgressLine progress = ProgressLine.on(terminal)) {
      ScanConfig config =
          ScanConfig.builder(List.of("-"))
              .ruleFolders(rules)
              .threads(Runtime.getRuntime().availableProcessors())
              .build();
      Calibration calibration =
          new Calibrator(config, progress).measure(clean, poisonByFamily(), measuredOn);
      Scanner.store(calibration, target);
      terminal
          .out()
          .println("Wrote " + target + ". Use it with: assay scan ... --calibration " + target);
    }
    return 0;
  }

  /** Known before measuring, which takes long. */
  private Path writable(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    try {
      if (folder != null && !Files.isDirectory(target)) {
        Files.delete(Files.createTempFile(Files.createDirectories(folder), ".assay", ".tmp"));
        return target;
      }
    } catch (IOException e) {
      // Said below, together with a folder in the file's place.
    }
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "The calibration cannot be written to " + target + ": name a file in a folder of yours.");
  }

  private Map<Family, List<String>> poisonByFamily() {
    Map<Family, List<String>> byFamily = new EnumMap<>(Family.class);
    for (String option : poison) {
      int equals = option.indexOf('=');
      Family family = equals < 0 ? null : Family.named(option.substring(0, equals));
      if (family == null) {
        throw new ParameterException(
            java.util.Objects.requireNonNull(spec).commandLine(),
            "--poison takes FAMILY=PATH, not '"
                + option
                + "'; families are: "
                + SettingText.familyNames()
                + ".");
      }
      byFamily.computeIfAbsent(family, f -> new ArrayList<>()).add(option.substring(equals + 1));
    }
    return byFamily;
  }
}
