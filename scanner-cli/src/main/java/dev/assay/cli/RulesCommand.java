package dev.assay.cli;

import dev.assay.Reports;
import dev.assay.Rules;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleProblem;
import dev.assay.rule.RuleSet;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay rules}: read, search and test rules. */
@Command(
    name = "rules",
    description = "Read, search and test rules.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private RulesCommand() {}

  static CommandLine withSubcommands(Terminal terminal) {
    CommandLine command = new CommandLine(new RulesCommand());
    command.addSubcommand(new ListRules(terminal.out()));
    command.addSubcommand(new ShowRule(terminal.out()));
    command.addSubcommand(new SearchRules(terminal.out()));
    command.addSubcommand(new TestRules(terminal));
    command.addSubcommand(new WriteRulePages(terminal.out()));
    return command;
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "Which of list, show, search, test, docs?");
  }

  private static void line(PrintStream out, Rule rule) {
    out.printf(
        "%-44s %-18s %-6s %-6s%n",
        rule.id(), rule.family().id(), rule.severity().id(), rule.confidence().id());
  }

  /** {@code assay rules list}. */
  @Command(
      name = "list",
      description = "List the rules: id, family, severity, confidence.",
      mixinStandardHelpOptions = true)
  static final class ListRules implements Callable<Integer> {
    @Option(
        names = "--family",
        paramLabel = "FAMILY",
        converter = ScanOptions.FamilyConverter.class,
        description = "Only rules of this family.")
    private @Nullable Family family;

    private final PrintStream out;

    ListRules(PrintStream out) {
      this.out = out;
    }

    @Override
    public Integer call() throws IOException {
      RuleSet rules = Rules.builtIn();
      for (Rule rule : rules.rules()) {
        if (family == null || rule.family() == family) {
          line(out, rule);
        }
      }
      return 0;
    }
  }

  /** {@code assay rules show}. */
  @Command(
      name = "show",
      description = "Show one rule: what it finds, why, and what to do instead.",
      mixinStandardHelpOptions = true)
  static final class ShowRule implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The rule's id.")
    private String id = "";

    @Spec private @Nullable CommandSpec spec;
    private final PrintStream out;

    ShowRule(PrintStream out) {
      this.out = out;
    }

    @Override
    public Integer call() throws IOException {
      Rule rule = Rules.builtIn().rule(id);
      if (rule == null) {
        throw new ParameterException(
            java.util.Objects.requireNonNull(spec).commandLine(),
            "There is no rule '" + id + "'. Look for it: assay rules search WORDS");
      }
      out.println(rule.id());
      out.println();
      out.println(Reports.title(rule));
      out.println();
      out.println(rule.why().strip());
      out.println();
      out.println("Instead: " + rule.fix().strip());
      out.println();
      out.println("family      " + rule.family().id());
      out.println("severity    " + rule.severity().id());
      out.println("confidence  " + rule.confidence().id());
      out.println(
          "counts      "
              + (VerdictPolicy.standard().counts(rule)
                  ? "yes: a match makes its record suspect"
                  : "no: a match is reported as a note"));
      out.println("looks at    " + RulePages.where(rule.scope()));
      String match = rule.match();
      if (match != null) {
        out.println("query       " + match.strip());
      }
      ids("CWE", rule.references().cwe());
      ids("ATLAS", rule.references().atlas());
      ids("OWASP", rule.references().owasp());
      ids("see", rule.references().links());
      return 0;
    }

    private void ids(String name, List<String> ids) {
      if (!ids.isEmpty()) {
        out.printf("%-11s %s%n", name, String.join(", ", ids));
      }
    }
  }

  /** {@code assay rules search}. */
  @Command(
      name = "search",
      description = "Search the rules by words, best first. Lucene query syntax.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  assay rules search \"sql injection\"",
        "  assay rules search 'family:secret AND token'",
        "  assay rules search cwe:CWE-79"
      })
  static final class SearchRules implements Callable<Integer> {
    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
    private List<String> words = List.of();

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "20",
        description = "At most N rules. Default: 20.")
    private int limit;

    @Spec private @Nullable CommandSpec spec;
    private final PrintStream out;

    SearchRules(PrintStream out) {
      this.out = out;
    }

    @Override
    public Integer call() throws IOException {
      List<Rule> found;
      try {
        found = Rules.search(Rules.builtIn(), String.join(" ", words), limit);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            java.util.Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()));
      }
      found.forEach(rule -> line(out, rule));
      if (found.isEmpty()) {
        out.println("No rule says that. Try fewer or other words.");
      }
      return 0;
    }
  }

  /** {@code assay rules test}. */
  @Command(
      name = "test",
      description = "Check the rules in a folder and run their examples.",
      mixinStandardHelpOptions = true)
  static final class TestRules implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder: DIR/FAMILY/.../ID.yaml.")
    private Path folder = Path.of(".");

    private final Terminal terminal;

    TestRules(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      Rules.Tested tested = Rules.test(folder);
      for (RuleProblem problem : tested.problems()) {
        terminal.err().println(Errors.shown(problem.toString()));
      }
      if (!tested.problems().isEmpty()) {
        int count = tested.problems().size();
        terminal.err().println(count == 1 ? "1 problem." : count + " problems.");
        return 1;
      }
      terminal
          .out()
          .printf(
              "%d rules, %d examples: all come out as they say.%n",
              tested.rules(), tested.examples());
      return 0;
    }
  }

  /** {@code assay rules docs}. */
  @Command(
      name = "docs",
      description = "Write the reference pages of the built-in rules.",
      mixinStandardHelpOptions = true)
  static final class WriteRulePages implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Where the pages go.")
    private Path folder = Path.of(".");

    @Spec private @Nullable CommandSpec spec;
    private final PrintStream out;

    WriteRulePages(PrintStream out) {
      this.out = out;
    }

    @Override
    public Integer call() throws IOException {
      Map<String, String> pages = RulePages.of(Rules.builtIn());
      int removed;
      try {
        removed = RulePages.write(pages, folder);
      } catch (IOException e) {
        throw new ParameterException(
            java.util.Objects.requireNonNull(spec).commandLine(),
            "The pages cannot be written to " + folder + ": name a folder that can be written to.",
            e);
      }
      out.println(
          "Wrote "
              + pages.size()
              + " pages to "
              + folder
              + (removed == 0 ? "." : ", removed " + removed + " of rules that are gone."));
      return 0;
    }
  }
}
