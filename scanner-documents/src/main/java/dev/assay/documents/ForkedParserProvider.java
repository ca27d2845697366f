package dev.assay.documents;

import dev.assay.source.DocumentParser;
import dev.assay.source.DocumentParserProvider;

/** Parses in a process that is forked from this one. Stateless. */
public final class ForkedParserProvider implements DocumentParserProvider {
  @Override
  public DocumentParser open(Limits limits) {
    return new ForkedParser(limits);
  }
}
