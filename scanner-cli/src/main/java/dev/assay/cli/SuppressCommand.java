package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.Suppressions;
import dev.assay.triage.Suppression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay suppress}. */
@Command(
    name = "suppress",
    description = "Say of a finding in a report why it does not count, who says so and until when.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  assay scan data/ --sarif assay.sarif",
      "  assay suppress --from assay.sarif --fingerprint 0f3a... --owner data-team \\",
      "      --reason 'A quotation from our own incident report.' --expires 2027-03-31"
    })
final class SuppressCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "REPORT",
      description = "A SARIF report that holds the finding.")
  private @Nullable Path from;

  @Option(
      names = "--fingerprint",
      required = true,
      paramLabel = "HASH",
      description = "Which: its assay/findingHash/v1 in the report.")
  private String fingerprint = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it does not count.")
  private String reason = "";

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "NAME",
      description = "Who answers for it.")
  private String owner = "";

  @Option(
      names = "--expires",
      required = true,
      paramLabel = "DAY",
      description = "The last day on which it holds, such as 2027-03-31.")
  private @Nullable LocalDate expires;

  @Option(
      names = "--max",
      paramLabel = "N",
      converter = ScanOptions.CountConverter.class,
      description = "How many copies it is meant for. Default: as many as the report holds.")
  private @Nullable Integer max;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "The file it goes into. Default: .assay/suppressions.yaml.")
  private @Nullable Path file;

  @Option(names = "--rules", paramLabel = "DIR", description = "A folder of further rules.")
  private List<Path> rules = List.of();

  private final Terminal terminal;

  SuppressCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    ScanConfig config = ScanConfig.builder(List.of("-")).ruleFolders(rules).build();
    Suppression added =
        Suppressions.add(
            config,
            Objects.requireNonNull(from),
            new Suppressions.Wish(
                fingerprint,
                reason,
                owner,
                Objects.requireNonNull(expires),
                max == null ? null : Long.valueOf(max)),
            file == null ? Suppressions.STANDARD : file);
    terminal
        .out()
        .println(
            "Suppressed in "
                + added.place()
                + ": "
                + added.rule()
                + ", at most "
                + added.max()
                + (added.max() == 1 ? " finding" : " findings")
                + ", until "
                + added.expires()
                + ".");
    return 0;
  }
}
