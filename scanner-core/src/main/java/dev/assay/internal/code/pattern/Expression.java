package dev.assay.internal.code.pattern;

import com.google.re2j.Pattern;
import dev.assay.internal.regex.RegexFilter;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is looked for in what stands at nodes: mostly it is not there, which a filter
 * says far faster than RE2/J. Any number of threads may share it.
 */
final class Expression {
  private final Pattern pattern;
  private volatile @Nullable RegexFilter filter;

  Expression(String regex) {
    this.pattern = Pattern.compile(regex);
  }

  String regex() {
    return pattern.pattern();
  }

  /** Whether the expression stands anywhere in the text. */
  boolean find(String text) {
    return filter().mayMatch(text, 0, text.length()) && pattern.matcher(text).find();
  }

  private RegexFilter filter() {
    RegexFilter made = filter;
    if (made == null) {
      made = RegexFilter.of(pattern.pattern());
      filter = made;
    }
    return made;
  }
}
