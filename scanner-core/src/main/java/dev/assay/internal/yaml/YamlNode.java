package dev.assay.internal.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file that knows where it stands. */
public sealed interface YamlNode {
  /** Where the value starts. */
  Mark mark();

  /** The value as plain Java: maps, lists, strings, numbers, booleans. */
  @Nullable Object plain();

  /**
   * A single value.
   *
   * @param text as written
   * @param plain as YAML understands it
   */
  record Scalar(Mark mark, String text, @Nullable Object plain) implements YamlNode {}

  /** A list. */
  record Sequence(Mark mark, List<YamlNode> items) implements YamlNode {
    @Override
    public Object plain() {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(item -> list.add(item.plain()));
      return Collections.unmodifiableList(list);
    }
  }

  /** A map; keys in the order of the file. */
  record Mapping(Mark mark, Map<String, Entry> entries) implements YamlNode {
    @Override
    public Map<String, Object> plain() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      entries.forEach((key, entry) -> map.put(key, entry.value().plain()));
      return Collections.unmodifiableMap(map);
    }

    @Nullable YamlNode get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /**
   * A value under its key.
   *
   * @param keyMark where the key stands
   * @param value what it holds
   */
  record Entry(Mark keyMark, YamlNode value) {}
}
