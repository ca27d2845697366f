package dev.assay.internal.schema;

import dev.assay.internal.schema.UnreadableRecordException.Reason;
import dev.assay.record.SchemaMap;
import dev.assay.record.Turn;
import java.util.List;

/** The user's own map of columns to roles. */
final class MappedSchema implements Schema {
  private final SchemaMap map;
  private final Columns columns;

  MappedSchema(SchemaMap map) {
    this.map = map;
    this.columns = Columns.of(map);
  }

  @Override
  public Columns columns() {
    return columns;
  }

  @Override
  public Fields newFields(boolean cells) {
    return new Fields(map.columns().size(), cells);
  }

  @Override
  public List<Turn> turns(Fields fields) throws UnreadableRecordException {
    TurnList turns = new TurnList();
    boolean found = false;
    boolean learnedKey = false;
    for (int slot = 0; slot < map.columns().size(); slot++) {
      SchemaMap.Column column = map.columns().get(slot);
      Value value = fields.get(slot);
      if (value == null) {
        continue;
      }
      found = true;
      learnedKey |= column.target().role().learned();
      if (column.target() == SchemaMap.Target.MESSAGES) {
        turns.addDialogue(Nested.dialogue(value), column.path());
      } else {
        turns.add(value, column.target().role(), column.path());
      }
    }
    if (!learnedKey) {
      throw new UnreadableRecordException(
          found ? Reason.NO_LEARNED_KEY : Reason.UNRECOGNISED,
          found ? "has no column that is mapped to an answer" : "has none of the mapped columns",
          -1);
    }
    return turns.learned();
  }
}
