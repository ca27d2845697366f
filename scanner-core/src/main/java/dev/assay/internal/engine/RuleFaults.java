package dev.assay.internal.engine;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.assay.internal.advice.AdviceDetector;
import dev.assay.internal.code.CodePattern;
import dev.assay.internal.match.CompiledQuery;
import dev.assay.internal.match.QueryException;
import dev.assay.internal.regex.RegexFacts;
import dev.assay.rule.Rule;
import dev.assay.rule.Verification;
import java.util.ArrayList;
import java.util.List;

/** Says why a rule does not compile. */
public final class RuleFaults {
  private final Rule rule;
  private final List<RuleFault> faults = new ArrayList<>();

  private RuleFaults(Rule rule) {
    this.rule = rule;
  }

  /** Everything that is wrong; empty if the rule compiles. */
  public static List<RuleFault> of(Rule rule) {
    RuleFaults faults = new RuleFaults(rule);
    faults.match();
    faults.verification();
    return faults.faults;
  }

  private void match() {
    String match = rule.match();
    if (match == null) {
      return;
    }
    try {
      CompiledQuery.parse(match);
    } catch (QueryException e) {
      add("match", String.valueOf(e.getMessage()));
    }
  }

  private void verification() {
    Verification verification = rule.verification();
    if (verification instanceof Verification.Expression expression) {
      boolean sound = regex("verify.regex", expression.regex());
      expression.unless().forEach(regex -> regex("verify.unless", regex));
      expression.unlessNear().forEach(regex -> regex("verify.unless-near", regex));
      if (sound && rule.match() == null) {
        literals(expression.regex());
      }
    } else if (verification instanceof Verification.CodePattern pattern) {
      try {
        if (CodePattern.compile(pattern.tree()).anchors().isEmpty() && rule.match() == null) {
          add("verify.code", "the pattern has no anchor; " + addMatch());
        }
      } catch (IllegalArgumentException e) {
        add("verify.code", String.valueOf(e.getMessage()));
      }
    } else if (verification instanceof Verification.Norm norm) {
      try {
        AdviceDetector.check(norm.tree());
      } catch (IllegalArgumentException e) {
        add("verify.norm", String.valueOf(e.getMessage()));
      }
    }
  }

  private boolean regex(String key, String regex) {
    if (RegexFacts.hangs(regex)) {
      add(key, "RE2/J cannot compile U+1C80 to U+1C88 with (?i); leave them out of " + regex);
      return false;
    }
    try {
      if (Pattern.compile(regex).matcher("").matches()) {
        add(key, "the expression " + regex + " matches the empty text, so it is found everywhere");
        return false;
      }
      return true;
    } catch (PatternSyntaxException e) {
      add(key, "RE2 cannot read the expression " + regex + ": " + e.getDescription() + hint(regex));
      return false;
    }
  }

  private static String hint(String regex) {
    return regex.contains("(?=") || regex.contains("(?!") || regex.contains("(?<")
        ? "; RE2 knows no lookahead or lookbehind, say it with unless or unless-near"
        : "";
  }

  private void literals(String regex) {
    if (RegexFacts.of(regex).literals() == null) {
      add(
          "verify.regex",
          "the expression has no anchor: no literal that is rare enough stands in every match of it; "
              + addMatch());
    }
  }

  private static String addMatch() {
    return "add a match query with a word that must stand in the text";
  }

  private void add(String key, String message) {
    faults.add(new RuleFault(key, message));
  }
}
