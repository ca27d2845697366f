package dev.assay.internal.schema;

import dev.assay.record.SchemaMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are read from a record, each with its slot in {@link Fields}; a tree where the
 * user's map names values inside objects. Immutable once built.
 */
public final class Columns {
  private static final Columns KNOWN = known();
  private static final Entry BARE = new Entry(Key.MESSAGES.slot(), "", null);

  private final Map<String, Entry> entries = new HashMap<>();

  private Columns() {}

  /** One key that is read. */
  public static final class Entry {
    private static final int CACHED = 16;

    private final int slot;
    private final String field;
    private final @Nullable Columns nested;
    private final String[] contents = new String[CACHED];
    private final String[] values = new String[CACHED];

    /**
     * @param slot where the key's value goes, or -1 where only its inner values are read
     * @param field its name in turns
     * @param nested the keys read inside it, if any
     */
    Entry(int slot, String field, @Nullable Columns nested) {
      this.slot = slot;
      this.field = field;
      this.nested = nested;
      for (int i = 0; i < CACHED; i++) {
        contents[i] = field + "/" + i + "/content";
        values[i] = field + "/" + i + "/value";
      }
    }

    /** The same key where it is a column of a table. */
    public Entry named(String column) {
      return new Entry(slot, column, null);
    }

    public int slot() {
      return slot;
    }

    public String field() {
      return field;
    }

    public @Nullable Columns nested() {
      return nested;
    }

    /** The pointer to the content of a message in the list under this key. */
    String content(int index) {
      return index < CACHED ? contents[index] : field + "/" + index + "/content";
    }

    /** The pointer to the value of a message in the list under this key. */
    String value(int index) {
      return index < CACHED ? values[index] : field + "/" + index + "/value";
    }
  }

  /** The keys of the known schemas. */
  public static Columns ofKnownSchemas() {
    return KNOWN;
  }

  /** The keys of a map; a value's slot is the index of its column. */
  public static Columns of(SchemaMap map) {
    Columns root = new Columns();
    List<SchemaMap.Column> columns = map.columns();
    for (int slot = 0; slot < columns.size(); slot++) {
      String path = columns.get(slot).path();
      root.addNested(path, slot);
      if (path.indexOf('.') >= 0) {
        // A key may itself have a dot in it, as the columns of flattened tables do.
        root.entries.putIfAbsent(path, new Entry(slot, pointer("", path), null));
      }
    }
    return root;
  }

  /** The messages of a record that is a bare list of them. */
  static Entry bareDialogue() {
    return BARE;
  }

  /** The key's entry, or null if it is not read. */
  public @Nullable Entry entry(String key) {
    return entries.get(key);
  }

  private static Columns known() {
    Columns columns = new Columns();
    for (Key key : Key.values()) {
      columns.entries.put(key.id(), new Entry(key.slot(), pointer("", key.id()), null));
    }
    return columns;
  }

  private void addNested(String path, int slot) {
    String[] keys = path.split("\\.", -1);
    Columns level = this;
    String prefix = "";
    for (int i = 0; i < keys.length - 1; i++) {
      prefix = pointer(prefix, keys[i]);
      Entry entry = level.entries.get(keys[i]);
      Columns nested = entry == null || entry.nested() == null ? new Columns() : entry.nested();
      int own = entry == null ? -1 : entry.slot();
      level.entries.put(keys[i], new Entry(own, prefix, nested));
      level = nested;
    }
    String last = keys[keys.length - 1];
    Entry entry = level.entries.get(last);
    Columns nested = entry == null ? null : entry.nested();
    level.entries.put(last, new Entry(slot, pointer(prefix, last), nested));
  }

  private static String pointer(String prefix, String key) {
    return prefix + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
