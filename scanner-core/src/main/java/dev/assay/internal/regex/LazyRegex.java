package dev.assay.internal.regex;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is compiled when it is first needed: most are not in a short scan. Any number
 * of threads may share it.
 */
public final class LazyRegex {
  private final String regex;
  private volatile @Nullable Pattern pattern;
  private volatile @Nullable RegexFacts facts;
  private volatile @Nullable RegexFilter filter;

  /** An expression that RE2/J accepts; one that it does not is an error at its first use. */
  public LazyRegex(String regex) {
    this.regex = regex;
  }

  /** As written. */
  public String regex() {
    return regex;
  }

  /** Compiled. */
  public Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = Pattern.compile(regex);
      pattern = compiled;
    }
    return compiled;
  }

  /** What says fast where it is not. */
  public RegexFilter filter() {
    RegexFilter made = filter;
    if (made == null) {
      made = RegexFilter.of(regex);
      filter = made;
    }
    return made;
  }

  /** What was proved of it. */
  public RegexFacts facts() {
    RegexFacts proved = facts;
    if (proved == null) {
      proved = RegexFacts.of(regex);
      facts = proved;
    }
    return proved;
  }
}
