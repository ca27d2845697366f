package dev.assay.internal.engine;

import com.google.re2j.Pattern;
import dev.assay.internal.regex.RegexFacts;
import dev.assay.internal.regex.RegexFilter;
import org.jspecify.annotations.Nullable;

/** An expression that is compiled when it is first needed: most rules never are. */
final class Lazy {
  private final String regex;
  private volatile @Nullable Pattern pattern;
  private volatile @Nullable RegexFacts facts;
  private volatile @Nullable RegexFilter filter;

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

  RegexFilter filter() {
    RegexFilter made = filter;
    if (made == null) {
      made = RegexFilter.of(regex);
      filter = made;
    }
    return made;
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
