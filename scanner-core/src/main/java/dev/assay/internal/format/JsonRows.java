package dev.assay.internal.format;

import dev.assay.internal.locate.JsonLocator;
import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.Fields;
import dev.assay.internal.schema.JsonFields;
import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.schema.Schema;

/** Rows that are JSON objects. */
final class JsonRows implements RowFormat {
  private final Schema schema;
  private final JsonFields reader;
  private final ValueLocator locator = new JsonLocator();

  JsonRows(ReadOptions options) {
    this.schema = Schema.of(options.map());
    this.reader = new JsonFields(schema.columns(), options.maxDepth());
  }

  @Override
  public RowDecoder newDecoder() {
    Fields fields = schema.newFields(false);
    return (bytes, start, end) -> {
      fields.clear();
      reader.read(bytes, start, end, fields);
      return schema.turns(fields);
    };
  }

  @Override
  public ValueLocator locator() {
    return locator;
  }

  @Override
  public void count(byte[] bytes, int start, int end, KeyCensus census) {
    census.addJson(bytes, start, end);
  }
}
