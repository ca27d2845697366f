package dev.assay.internal.yaml;

import dev.assay.internal.yaml.YamlNode.Entry;
import dev.assay.internal.yaml.YamlNode.Mapping;
import dev.assay.internal.yaml.YamlNode.Scalar;
import dev.assay.internal.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of one map of a rule file, read with their types checked. */
public final class Fields {
  private final Mapping map;
  private final Problems problems;

  public Fields(Mapping map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /** Reports every key that is not one of these. */
  public void allow(List<String> known) {
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.add(
                    entry.keyMark(), "unknown key " + key + "; " + Nearest.hint(key, known));
              }
            });
  }

  public boolean has(String key) {
    return map.entries().containsKey(key);
  }

  /** Where the value of the key stands, or the map where the key is absent. */
  public Mark mark(String key) {
    YamlNode node = map.get(key);
    return node == null ? map.mark() : node.mark();
  }

  /** Text that must be there and not be blank; an empty string once that is reported. */
  public String required(String key) {
    if (!has(key)) {
      problems.add(map.mark(), "the key " + key + " is missing");
      return "";
    }
    String text = text(key);
    return text == null ? "" : text;
  }

  /** Text, null where the key is absent or its value was reported. */
  public @Nullable String text(String key) {
    YamlNode node = map.get(key);
    return node == null ? null : scalar(node, key);
  }

  private @Nullable String scalar(YamlNode node, String key) {
    if (!(node instanceof Scalar scalar)) {
      problems.add(node.mark(), key + " must be a single text");
      return null;
    }
    if (scalar.plain() == null || scalar.text().isBlank()) {
      problems.add(node.mark(), key + " is empty");
      return null;
    }
    return scalar.text();
  }

  /** A list of texts; one text alone is a list of one; empty where the key is absent. */
  public List<String> texts(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (YamlNode item : node instanceof Sequence list ? list.items() : List.of(node)) {
      String text = scalar(item, key);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Texts that must all have a form, which {@code form} describes. */
  public List<String> texts(String key, Pattern pattern, String form) {
    List<String> texts = texts(key);
    for (String text : texts) {
      if (!pattern.matcher(text).matches()) {
        problems.add(mark(key), key + ": " + text + " is not " + form);
      }
    }
    return texts;
  }

  /** A whole number from 1; 0 where the key is absent. */
  public int count(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      return 0;
    }
    if (node instanceof Scalar scalar && scalar.plain() instanceof Integer n && n > 0) {
      return n;
    }
    problems.add(node.mark(), key + " must be a whole number from 1");
    return 0;
  }

  /** A named value; null where the key is absent or the name is unknown, which is reported. */
  public <T> @Nullable T choice(
      String key, Function<String, @Nullable T> named, Collection<String> known) {
    String text = text(key);
    return text == null ? null : named(key, text, named, known);
  }

  /** Named values. */
  public <T> List<T> choices(
      String key, Function<String, @Nullable T> named, Collection<String> known) {
    List<T> values = new ArrayList<>();
    for (String text : texts(key)) {
      T value = named(key, text, named, known);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private <T> @Nullable T named(
      String key, String text, Function<String, @Nullable T> named, Collection<String> known) {
    T value = named.apply(text);
    if (value == null) {
      problems.add(mark(key), "unknown " + key + " " + text + "; " + Nearest.hint(text, known));
    }
    return value;
  }

  /** A map; null where the key is absent or holds something else, which is reported. */
  public @Nullable Mapping map(String key) {
    YamlNode node = map.get(key);
    if (node == null || node instanceof Mapping) {
      return (Mapping) node;
    }
    problems.add(node.mark(), key + " must be a map of keys and values");
    return null;
  }

  /** A list of anything; empty where the key is absent or holds something else. */
  public List<YamlNode> items(String key) {
    YamlNode node = map.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Sequence list) {
      return list.items();
    }
    problems.add(node.mark(), key + " must be a list (lines that start with a dash)");
    return List.of();
  }

  /** The key's own place. */
  public Mark keyMark(String key) {
    Entry entry = map.entries().get(key);
    return entry == null ? map.mark() : entry.keyMark();
  }
}
