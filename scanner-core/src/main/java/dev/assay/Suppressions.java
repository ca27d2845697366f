package dev.assay;

import dev.assay.internal.source.NearestFile;
import dev.assay.internal.triage.SarifFindings;
import dev.assay.internal.triage.SarifFindings.Found;
import dev.assay.internal.triage.SuppressionEntry;
import dev.assay.internal.triage.SuppressionFile;
import dev.assay.internal.triage.WholeFile;
import dev.assay.triage.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a file of suppressions. */
public final class Suppressions {
  /** Where a team keeps them, relative to the folder that scans are started in. */
  public static final Path STANDARD = Path.of(".assay", "suppressions.yaml");

  private Suppressions() {}

  /**
   * The suppressions that hold in a folder of a build: the nearest {@link #STANDARD}, going up to
   * the root of the Git repository, as a policy is found.
   *
   * @return the file, or null if there is none
   */
  public static @Nullable Path find(Path folder) {
    return NearestFile.find(folder, STANDARD);
  }

  /**
   * What a new suppression says.
   *
   * @param fingerprint of the finding, as the report shows it
   * @param reason why it does not count
   * @param owner who answers for it
   * @param expires the last day on which it holds
   * @param max copies that it is meant for; null for as many as the report holds
   */
  public record Wish(
      String fingerprint, String reason, String owner, LocalDate expires, @Nullable Long max) {}

  /**
   * Suppresses a finding of a SARIF report. The file is made if it is not there; its comments stay.
   *
   * @param config whose rules are known
   * @return the suppression, with its place
   * @throws ScanException if the report does not hold the finding, the finding does not count, or
   *     the file cannot be used; then the file is as it was
   */
  public static Suppression add(ScanConfig config, Path report, Wish wish, Path file)
      throws ScanException {
    Found found = found(report, wish.fingerprint());
    if (wish.expires().isBefore(config.today())) {
      throw ScanException.usage(
          "It would have expired after " + wish.expires() + ": name a day to come.", null);
    }
    Suppression entry =
        new Suppression(
            file.toString(),
            found.fingerprint(),
            found.rule(),
            null,
            null,
            wish.reason().strip(),
            wish.owner().strip(),
            wish.expires(),
            wish.max() == null ? found.count() : wish.max());
    return add(entry, file, Configured.ruleNames(Configured.allRules(config)));
  }

  private static Found found(Path report, String fingerprint) throws ScanException {
    Found found;
    try {
      found = SarifFindings.find(report, fingerprint);
    } catch (IOException e) {
      throw ScanException.usage(
          "The report " + report + " cannot be used: " + e.getMessage() + ".", e);
    }
    if (found == null) {
      throw ScanException.usage(
          report
              + " holds no finding "
              + fingerprint
              + ": take it from partialFingerprints, assay/findingHash/v1, of a report of this"
              + " Assay.",
          null);
    }
    if (!found.counts()) {
      throw ScanException.usage(
          "That finding of " + found.rule() + " does not count, so nothing is to be suppressed.",
          null);
    }
    return found;
  }

  private static Suppression add(Suppression entry, Path file, Set<String> rules)
      throws ScanException {
    try {
      String before = Files.exists(file) ? Files.readString(file) : null;
      int had = before == null ? 0 : SuppressionFile.parse(file.toString(), before, rules).size();
      String after = SuppressionEntry.added(before, entry);
      List<Suppression> parsed = SuppressionFile.parse(file.toString(), after, rules);
      if (parsed.size() != had + 1) {
        throw ScanException.usage(
            "The list in " + file + " does not end the file. Put this into it:\n" + by(entry),
            null);
      }
      WholeFile.write(file, after);
      return parsed.get(had);
    } catch (SuppressionFile.Invalid e) {
      throw ScanException.usage(
          e.getMessage() + "\nNothing was written. The entry would be:\n" + by(entry), e);
    } catch (IOException e) {
      throw ScanException.broken(
          "The suppressions " + file + " could not be written and are as they were (" + e + ").",
          e);
    }
  }

  private static String by(Suppression entry) {
    return SuppressionEntry.text(entry, "  ").stripTrailing();
  }
}
