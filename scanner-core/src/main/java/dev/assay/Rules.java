package dev.assay;

import dev.assay.internal.match.RuleIndex;
import dev.assay.internal.pack.CheckedRules;
import dev.assay.internal.pack.ExampleChecker;
import dev.assay.internal.rule.PackedReader;
import dev.assay.internal.rule.RuleSource;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleProblem;
import dev.assay.rule.RuleSet;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Where sets of rules come from. */
public final class Rules {
  /** Where the packed rules lie on the class path. */
  private static final String BUILT_IN = "dev/assay/rules/rules.json";

  private Rules() {}

  /**
   * The rules that come with Assay.
   *
   * @throws IOException if they are not on the class path, or cannot be read
   */
  public static RuleSet builtIn() throws IOException {
    try (InputStream in = builtInBytes()) {
      return PackedReader.read(in);
    }
  }

  /** The rules that come with Assay, as they were packed. */
  static InputStream builtInBytes() throws IOException {
    InputStream in = Rules.class.getClassLoader().getResourceAsStream(BUILT_IN);
    if (in == null) {
      throw new FileNotFoundException(
          "the built-in rules ("
              + BUILT_IN
              + ") are not on the class path; add the artifact dev.assay:rules, or build it with"
              + " ./mvnw package");
    }
    return in;
  }

  /**
   * The rules in a stream that the build packed.
   *
   * @throws IOException if it holds anything else, or cannot be read
   */
  public static RuleSet load(InputStream packed) throws IOException {
    return PackedReader.read(packed);
  }

  /**
   * The rules in a folder, {@code <family>/[.../]<rule-id>.yaml}. Their expressions and queries are
   * compiled to see that they can be; their examples are not run.
   *
   * @throws InvalidRulesException with all that is wrong with them, place by place
   * @throws IOException if the folder or a file in it cannot be read
   */
  public static RuleSet load(Path folder) throws IOException {
    return RuleSet.of(CheckedRules.read(folder).stream().map(RuleSource::rule).toList());
  }

  /**
   * The rules that words describe, best first.
   *
   * @param words a query in Lucene's syntax over id, message, why, fix, match, family, severity,
   *     language, cwe, atlas and owasp; over all of them where it names none
   * @param limit most rules to return, from 1
   * @throws IllegalArgumentException if the query does not parse; the message says why
   */
  public static List<Rule> search(RuleSet rules, String words, int limit) {
    try (RuleIndex index = new RuleIndex(rules)) {
      return index.search(words, limit);
    }
  }

  /**
   * What testing a folder of rules showed.
   *
   * @param rules how many there are
   * @param examples how many examples they have
   * @param problems all that is wrong, place by place; empty if every example comes out as it says
   */
  public record Tested(int rules, int examples, List<RuleProblem> problems) {
    public Tested {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks the rules in a folder and runs their examples.
   *
   * @throws IOException if the folder or a file in it cannot be read
   */
  public static Tested test(Path folder) throws IOException {
    try {
      List<RuleSource> sources = CheckedRules.read(folder);
      int examples = sources.stream().mapToInt(source -> source.examples().size()).sum();
      return new Tested(sources.size(), examples, ExampleChecker.withAllDetectors().check(sources));
    } catch (InvalidRulesException e) {
      return new Tested(0, 0, e.problems());
    }
  }
}
