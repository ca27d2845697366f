package dev.assay.internal.yaml;

/** YAML that cannot be read, and where. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Mark mark;

  public YamlException(Mark mark, String message) {
    super(message);
    this.mark = mark;
  }

  public Mark mark() {
    return mark;
  }
}
