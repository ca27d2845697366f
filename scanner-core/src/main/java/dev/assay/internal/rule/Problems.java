package dev.assay.internal.rule;

import dev.assay.rule.RuleProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  private final String file;
  private final List<RuleProblem> list = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Mark mark, String message) {
    list.add(new RuleProblem(file, mark.line(), mark.column(), message));
  }

  boolean none() {
    return list.isEmpty();
  }

  /** In order of place. */
  List<RuleProblem> sorted() {
    return list.stream()
        .sorted(Comparator.comparingInt(RuleProblem::line).thenComparing(RuleProblem::column))
        .toList();
  }
}
