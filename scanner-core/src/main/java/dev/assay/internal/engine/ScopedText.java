package dev.assay.internal.engine;

import dev.assay.internal.code.CodeAnalysis;
import dev.assay.internal.code.CodeModel;
import dev.assay.internal.match.Span;
import dev.assay.internal.match.TextScanner;
import dev.assay.internal.match.TextScope;
import dev.assay.segment.Language;
import org.jspecify.annotations.Nullable;

/** The text that a rule is held against: a turn, or one segment of it. */
final class ScopedText {
  private final TextScanner scan;
  private final TextScope scope;
  private final @Nullable Language language;
  private @Nullable CodeModel model;

  /**
   * @param language of a code segment; null for anything else
   */
  ScopedText(TextScanner scan, TextScope scope, @Nullable Language language) {
    this.scan = scan;
    this.scope = scope;
    this.language = language;
  }

  int start() {
    return scope.start();
  }

  int end() {
    return scope.end();
  }

  char[] chars() {
    return scan.chars();
  }

  String part(int from, int to) {
    return scan.text().substring(from, to);
  }

  boolean queryHolds(int rule) {
    return scan.holds(rule, scope);
  }

  Span queryPlace(int rule) {
    return scan.where(rule, scope);
  }

  TextScope scope() {
    return scope;
  }

  /** The analysed code, made once for all rules. */
  CodeModel code() {
    CodeModel analysed = model;
    if (analysed == null) {
      Language known = language == null ? Language.OTHER : language;
      analysed = CodeAnalysis.analyze(scan.text(), scope.start(), scope.end(), known);
      model = analysed;
    }
    return analysed;
  }
}
