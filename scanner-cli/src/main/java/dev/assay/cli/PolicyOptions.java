package dev.assay.cli;

import dev.assay.ScanException;
import dev.assay.policy.InvalidPolicyException;
import dev.assay.policy.Policy;
import dev.assay.policy.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which policy holds. */
final class PolicyOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Take this policy. Default: the nearest .assay.yaml, from here up to the root of the Git"
              + " repository. Options override it.")
  private @Nullable Path config;

  @Option(names = "--no-config", description = "Take no policy, whatever file is there.")
  private boolean noConfig;

  @Option(
      names = "--print-config",
      description = "Print every value that is in force and where it came from; scan nothing.")
  private boolean printConfig;

  /**
   * The policy that holds.
   *
   * @throws ScanException if it cannot be used
   */
  Policy load() throws ScanException {
    if (noConfig && config != null) {
      throw ScanException.usage("--config and --no-config exclude each other: give one.", null);
    }
    Path file = noConfig ? null : config;
    if (!noConfig && file == null) {
      file = shown(Policy.find(Path.of("")));
    }
    if (file == null) {
      return Policy.none();
    }
    try {
      return Policy.load(file);
    } catch (InvalidPolicyException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ScanException.usage(
          "The policy " + file + " cannot be read: check its name and permissions.", e);
    }
  }

  /** Whether values are to be printed, and nothing is to be scanned. */
  boolean printsConfig() {
    return printConfig;
  }

  static void print(Settings settings, Terminal terminal) {
    settings.effective().forEach(each -> terminal.out().println(Errors.shown(each.toString())));
  }

  /** Relative to here, if it is here or in a folder below. */
  private static @Nullable Path shown(@Nullable Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file != null && file.startsWith(here) ? here.relativize(file) : file;
  }
}
