package dev.assay.internal.pack;

import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.rule.PackedWriter;
import dev.assay.internal.rule.RuleSource;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.RuleProblem;
import dev.assay.rule.RuleSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The build's last word on rules: reads a folder, checks every rule, runs its examples, and writes
 * them packed. Writes nothing unless all is well.
 */
public final class RulePacker {
  private RulePacker() {}

  /**
   * Arguments: the folder of rules, and the file to write.
   *
   * @throws IllegalStateException if anything is wrong, so that the build fails; what it is was
   *     printed
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: RulePacker <folder of rules> <file to write>");
    }
    if (run(Path.of(args[0]), Path.of(args[1]), System.err) != 0) {
      throw new IllegalStateException("the rules are not in order; see above");
    }
  }

  static int run(Path folder, Path target, PrintStream log) throws IOException {
    try {
      List<RuleSource> sources = CheckedRules.read(folder);
      List<RuleProblem> examples = ExampleChecker.withAllDetectors().check(sources);
      if (!examples.isEmpty()) {
        throw new InvalidRulesException(examples);
      }
      RuleSet rules =
          CompiledRules.withAnchors(RuleSet.of(sources.stream().map(RuleSource::rule).toList()));
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(target)) {
        PackedWriter.write(rules, out);
      }
      log.println("packed " + rules.rules().size() + " rules, version " + rules.version());
      return 0;
    } catch (InvalidRulesException e) {
      e.problems().forEach(log::println);
      log.println(e.problems().size() + " problems; nothing was packed");
      return 1;
    }
  }
}
