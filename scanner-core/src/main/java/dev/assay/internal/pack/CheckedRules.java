package dev.assay.internal.pack;

import dev.assay.internal.engine.RuleFaults;
import dev.assay.internal.rule.RuleFolder;
import dev.assay.internal.rule.RuleSource;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.RuleProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads rule files and sees that they compile. */
public final class CheckedRules {
  private CheckedRules() {}

  /**
   * The rules of a folder with their examples, which are not run.
   *
   * @throws InvalidRulesException with everything that is wrong
   * @throws IOException if the folder or a file cannot be read
   */
  public static List<RuleSource> read(Path folder) throws IOException {
    return RuleFolder.read(folder, CheckedRules::faults);
  }

  private static List<RuleProblem> faults(RuleSource source) {
    return RuleFaults.of(source.rule()).stream()
        .map(fault -> source.problem(fault.key(), fault.message()))
        .toList();
  }
}
