package dev.assay.internal.regex;

/** The analyser does not know what a part of an expression means, so it proves nothing of it. */
final class UnsupportedRegexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedRegexException() {
    super(null, null, false, false);
  }
}
