package dev.assay.internal.match;

/** A query that cannot be used; the message says why and what to write instead. */
public final class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public QueryException(String message) {
    super(message);
  }
}
