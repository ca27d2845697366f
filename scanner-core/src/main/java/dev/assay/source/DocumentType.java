package dev.assay.source;

import java.util.Locale;

/** Kinds of documents that are no plain text, and whose parsing is not left to this process. */
public enum DocumentType {
  PDF,
  DOCX,
  HTML,
  EPUB;

  /** The type's short name in reports, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
