package dev.assay.internal.schema;

import dev.assay.record.SchemaMap;
import dev.assay.record.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which keys of a record are read, and what turns they make. Immutable. */
public sealed interface Schema permits KnownSchemas, MappedSchema {
  /** The keys that are read. */
  Columns columns();

  /** A fresh holder for their values, which may be cells of a table. */
  Fields newFields(boolean cells);

  /**
   * The turns of one record, at least one of them learned.
   *
   * @throws UnreadableRecordException if there are none
   */
  List<Turn> turns(Fields fields) throws UnreadableRecordException;

  /** The schemas recognised by their keys, or the user's own. */
  static Schema of(@Nullable SchemaMap map) {
    return map == null ? new KnownSchemas() : new MappedSchema(map);
  }
}
