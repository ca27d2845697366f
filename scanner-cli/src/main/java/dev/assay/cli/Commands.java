package dev.assay.cli;

import picocli.CommandLine;

/** The commands, in the order in which help lists them. */
final class Commands {
  private Commands() {}

  static void addTo(CommandLine root, Terminal terminal) {
    root.addSubcommand(new ScanCommand(terminal));
    root.addSubcommand(new InitCommand(terminal));
    root.addSubcommand(new ExplainCommand(terminal));
    root.addSubcommand(new SearchCommand(terminal));
    root.addSubcommand(new TriggersCommand(terminal));
    root.addSubcommand(BaselineCommand.withSubcommands(terminal));
    root.addSubcommand(new SuppressCommand(terminal));
    root.addSubcommand(RulesCommand.withSubcommands(terminal));
    root.addSubcommand(new CalibrateCommand(terminal));
    root.addSubcommand(new PlantCommand(terminal));
    root.addSubcommand(new CompletionCommand(terminal));
  }
}
