package dev.assay;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.Gate;
import dev.assay.internal.estimate.CalibrationFile;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.scan.ScanOptions;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a configuration names, loaded; failures become sentences for the user. */
final class Configured {
  /** Shipped beside the built-in rules. */
  private static final String CALIBRATION = "/dev/assay/rules/calibration.json";

  private Configured() {}

  static RuleSet rules(ScanConfig config) throws ScanException {
    try {
      RuleSet rules = Rules.builtIn();
      for (Path folder : config.ruleFolders()) {
        rules = rules.plus(Rules.load(folder));
      }
      return config.families().isEmpty() ? rules : rules.only(config.families());
    } catch (InvalidRulesException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ScanException.usage("The rules cannot be read: " + e.getMessage(), e);
    }
  }

  static Calibration calibration(ScanConfig config) throws ScanException {
    Path file = config.calibration();
    try {
      return file == null ? shippedCalibration() : calibration(file);
    } catch (IOException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  private static Calibration calibration(Path file) throws IOException, ScanException {
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw ScanException.usage(
          "The calibration " + file + " cannot be read: check its name and permissions.", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return CalibrationFile.load(in, file.toString());
    }
  }

  private static Calibration shippedCalibration() throws IOException {
    try (InputStream in = Configured.class.getResourceAsStream(CALIBRATION)) {
      return in == null ? Calibration.none() : CalibrationFile.load(in, "the shipped calibration");
    }
  }

  static ScanOptions options(ScanConfig config) {
    return new ScanOptions(
        ReadOptions.defaults().withMap(config.map()).withMaxRecordBytes(config.maxRecordBytes()),
        new Gate(config.threshold(), config.gatePolicy(), config.countLimits()),
        config.maxMalformed(),
        config.trustFraming(),
        config.threads());
  }
}
