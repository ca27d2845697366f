package dev.assay.columnar.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Which columns of a file are read at all. */
final class Projection {
  private Projection() {}

  /** The wanted columns of the highest level, or all if there is none. */
  static MessageType of(FileSchema schema, Predicate<String> wanted) {
    List<Type> types = new ArrayList<>();
    for (Type type : schema.message().getFields()) {
      if (wanted.test(type.getName())) {
        types.add(type);
      }
    }
    return types.isEmpty() ? schema.message() : new MessageType("row", types);
  }
}
