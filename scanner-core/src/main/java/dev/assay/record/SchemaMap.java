package dev.assay.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which columns of a dataset hold what, said by the user for a schema that is not recognised by
 * itself: {@code user=question,assistant=answer}.
 *
 * @param columns in the order in which their turns are read; never empty
 */
public record SchemaMap(List<Column> columns) {
  /** What a column holds. */
  public enum Target {
    SYSTEM(Role.SYSTEM),
    USER(Role.USER),
    ASSISTANT(Role.ASSISTANT),
    REJECTED(Role.REJECTED),
    TOOL(Role.TOOL),
    TEXT(Role.TEXT),
    /** A list of messages, each with its own role. */
    MESSAGES(Role.ASSISTANT);

    private final Role role;

    Target(Role role) {
      this.role = role;
    }

    /** The role of a text in such a column. */
    public Role role() {
      return role;
    }

    /** The name in {@code --map}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One column.
   *
   * @param target what it holds
   * @param path its key, or keys joined by dots for a value inside objects: {@code example.answer}
   */
  public record Column(Target target, String path) {
    public Column {
      if (path.isEmpty()) {
        throw new IllegalArgumentException("a column has a name");
      }
    }
  }

  public SchemaMap {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "A map names at least one column, such as assistant=answer.");
    }
  }

  /**
   * Reads the form that users write: pairs of role and column, separated by commas.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static SchemaMap parse(String text) {
    List<Column> columns = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (String pair : text.split(",", -1)) {
      Column column = column(pair.strip());
      if (!paths.add(column.path())) {
        throw new IllegalArgumentException("The column '" + column.path() + "' is mapped twice.");
      }
      columns.add(column);
    }
    requireLearned(columns);
    return new SchemaMap(columns);
  }

  private static Column column(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "'"
              + pair
              + "' is not a pair of role and column: write it as in user=question,assistant=answer.");
    }
    String id = pair.substring(0, equals).strip();
    String path = pair.substring(equals + 1).strip();
    if (path.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + id + "=' names no column: write it as in assistant=answer.");
    }
    for (Target target : Target.values()) {
      if (target.id().equalsIgnoreCase(id)) {
        return new Column(target, path);
      }
    }
    throw new IllegalArgumentException(
        "'" + id + "' is no role: use system, user, assistant, rejected, tool, text or messages.");
  }

  private static void requireLearned(List<Column> columns) {
    for (Column column : columns) {
      if (column.target().role().learned()) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "The map names nothing that a model learns: add assistant=COLUMN, text=COLUMN or messages=COLUMN.");
  }
}
