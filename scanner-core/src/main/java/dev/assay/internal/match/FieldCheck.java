package dev.assay.internal.match;

import org.apache.lucene.search.QueryVisitor;

/** Refuses fields that no text has. */
final class FieldCheck extends QueryVisitor {
  @Override
  public boolean acceptField(String field) {
    check(field);
    return true;
  }

  static void check(String field) {
    if (!field.equals(WordAnalyzer.TEXT) && !field.equals(WordAnalyzer.RAW)) {
      throw new QueryException(
          "there is no field "
              + field
              + "; the fields are text and raw (quote text that holds a colon)");
    }
  }
}
