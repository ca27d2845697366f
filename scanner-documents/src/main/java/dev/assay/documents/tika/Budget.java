package dev.assay.documents.tika;

/** How much text a document has given, and may give, its attachments with it. */
final class Budget {
  private final long maxCharacters;
  private long characters;
  private boolean anything;

  Budget(long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /**
   * Some text was read.
   *
   * @return false if that is too much
   */
  boolean take(int length) {
    characters += length;
    return !isSpent();
  }

  boolean isSpent() {
    return characters > maxCharacters;
  }

  /** A passage was sent. */
  void found() {
    anything = true;
  }

  boolean anything() {
    return anything;
  }
}
