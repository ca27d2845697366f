package dev.assay.internal.yaml;

import dev.assay.rule.RuleProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
public final class Problems {
  private final String file;
  private final List<RuleProblem> list = new ArrayList<>();

  public Problems(String file) {
    this.file = file;
  }

  public void add(Mark mark, String message) {
    list.add(new RuleProblem(file, mark.line(), mark.column(), message));
  }

  public boolean none() {
    return list.isEmpty();
  }

  /** In order of place. */
  public List<RuleProblem> sorted() {
    return list.stream()
        .sorted(Comparator.comparingInt(RuleProblem::line).thenComparing(RuleProblem::column))
        .toList();
  }
}
