package dev.assay.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot be used. Carries everything that is wrong with them, not only the first. */
public final class InvalidRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;
  private final transient List<RuleProblem> problems;

  /**
   * @param problems what is wrong, in order of file and place; never empty
   */
  public InvalidRulesException(List<RuleProblem> problems) {
    super(describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in order of file and place. */
  public List<RuleProblem> problems() {
    return problems;
  }

  private static String describe(List<RuleProblem> problems) {
    String lines =
        problems.stream().limit(SHOWN).map(RuleProblem::toString).collect(Collectors.joining("\n"));
    int more = problems.size() - SHOWN;
    return more > 0 ? lines + "\n... and " + more + " more" : lines;
  }
}
