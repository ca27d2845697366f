package dev.assay.internal.code;

import dev.assay.segment.Language;

/** A code segment, analysed. Made once and shared by all rules; used by one thread at a time. */
public final class CodeModel {
  final String text;
  final int start;
  final int end;
  final Language language;

  CodeModel(String text, int start, int end, Language language) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.language = language;
  }

  /** The language whose tables were used. */
  public Language language() {
    return language;
  }
}
