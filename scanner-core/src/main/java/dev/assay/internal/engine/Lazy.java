package dev.assay.internal.engine;

import com.google.re2j.Pattern;
import dev.assay.internal.regex.RegexFacts;
import org.jspecify.annotations.Nullable;

/** An expression that is compiled when it is first needed: most rules never are. */
final class Lazy {
  private final String regex;
  private volatile @Nullable Pattern pattern;
  private volatile @Nullable RegexFacts facts;

  Lazy(String regex) {
    this.regex = regex;
  }

  String regex() {
    return regex;
  }

  Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = Pattern.compile(regex);
      pattern = compiled;
    }
    return compiled;
  }

  RegexFacts facts() {
    RegexFacts proved = facts;
    if (proved == null) {
      proved = RegexFacts.of(regex);
      facts = proved;
    }
    return proved;
  }
}
