package dev.assay.internal.rule;

/** YAML that cannot be read, and where. */
final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Mark mark;

  YamlException(Mark mark, String message) {
    super(message);
    this.mark = mark;
  }

  Mark mark() {
    return mark;
  }
}
