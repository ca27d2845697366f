package dev.assay.internal.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values that were found under the keys read from one record; filled again for each. */
public final class Fields {
  private final @Nullable Value[] values;
  private final boolean cells;

  /**
   * @param slots how many keys are read
   * @param cells whether the values are cells of a table, where a list can only be written as text
   */
  public Fields(int slots, boolean cells) {
    this.values = new Value[slots];
    this.cells = cells;
  }

  boolean cells() {
    return cells;
  }

  public void clear() {
    Arrays.fill(values, null);
  }

  /**
   * Notes the value of a key.
   *
   * @throws UnreadableRecordException if the key was there before: it is open which one is meant
   */
  public void set(Columns.Entry entry, Value value) throws UnreadableRecordException {
    if (values[entry.slot()] != null) {
      throw UnreadableRecordException.malformed(
          "has the key " + entry.field() + " twice, so it is open which one is meant");
    }
    values[entry.slot()] = value;
  }

  /** The value in a slot, or null if its key was not there. */
  @Nullable Value get(int slot) {
    return values[slot];
  }

  @Nullable Value get(Key key) {
    return values[key.slot()];
  }

  /** Whether the key is there and its value is not null. */
  boolean has(Key key) {
    Value value = values[key.slot()];
    return value != null && value != Value.Absent.NULL;
  }

  int slots() {
    return values.length;
  }
}
