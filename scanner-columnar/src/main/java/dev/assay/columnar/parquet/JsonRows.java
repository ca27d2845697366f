package dev.assay.columnar.parquet;

import dev.assay.source.RowWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * Writes assembled records as JSON while they are assembled. Null is written for columns of the
 * highest level and left out inside of them, as those who write JSON do.
 */
final class JsonRows extends RecordMaterializer<Void> {
  private final FileSchema schema;
  private final Struct root;
  private @Nullable RowWriter out;

  JsonRows(FileSchema schema, MessageType columns) {
    this.schema = schema;
    this.root = new Struct(columns, index -> {}, true);
  }

  void writeTo(RowWriter writer) {
    out = writer;
  }

  private RowWriter out() {
    RowWriter writer = out;
    if (writer == null) {
      throw new IllegalStateException("no writer");
    }
    return writer;
  }

  @Override
  @SuppressWarnings("NullAway")
  public Void getCurrentRecord() {
    return null;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /** Hears that the value of a child follows. */
  private interface Scope {
    void before(int index);
  }

  private Converter converter(Type type, int index, Scope scope) {
    if (type.isPrimitive()) {
      return new Leaf(type, index, scope);
    }
    GroupType group = type.asGroupType();
    boolean single =
        group.getFieldCount() == 1 && group.getType(0).isRepetition(Repetition.REPEATED);
    return switch (schema.meaning(type)) {
      case LIST -> single ? new ListOf(group, index, scope) : struct(group, index, scope);
      case MAP ->
          single && isMap(group) ? new MapOf(group, index, scope) : struct(group, index, scope);
      default -> struct(group, index, scope);
    };
  }

  private Struct struct(GroupType group, int index, Scope scope) {
    return new Struct(group, ignored -> scope.before(index), false);
  }

  private boolean isMap(GroupType group) {
    if (group.getType(0).isPrimitive()) {
      return false;
    }
    GroupType entry = group.getType(0).asGroupType();
    return entry.getFieldCount() == 2
        && entry.getType(0).isPrimitive()
        && entry.getType(0).isRepetition(Repetition.REQUIRED)
        && schema.meaning(entry.getType(0)) == FileSchema.Meaning.TEXT;
  }

  private final class Struct extends GroupConverter implements Scope {
    private final Scope scope;
    private final boolean top;
    private final byte[][] keys;
    private final boolean[] repeated;
    private final boolean[] seen;
    private final Converter[] children;
    private int open = -1;

    Struct(GroupType type, Scope scope, boolean top) {
      int count = type.getFieldCount();
      this.scope = scope;
      this.top = top;
      this.keys = new byte[count][];
      this.repeated = new boolean[count];
      this.seen = new boolean[count];
      this.children = new Converter[count];
      for (int i = 0; i < count; i++) {
        Type child = type.getType(i);
        keys[i] = RowWriter.key(child.getName());
        repeated[i] = child.isRepetition(Repetition.REPEATED);
        children[i] = converter(child, i, this);
      }
    }

    @Override
    public void before(int index) {
      if (index == open) {
        return;
      }
      closeList();
      seen[index] = true;
      out().name(keys[index]);
      if (repeated[index]) {
        out().beginList();
        open = index;
      }
    }

    private void closeList() {
      if (open >= 0) {
        out().endList();
        open = -1;
      }
    }

    @Override
    public Converter getConverter(int index) {
      return children[index];
    }

    @Override
    public void start() {
      scope.before(0);
      out().beginObject();
    }

    @Override
    public void end() {
      closeList();
      for (int i = 0; i < seen.length; i++) {
        if (top && !seen[i]) {
          out().name(keys[i]);
          out().nullValue();
        }
        seen[i] = false;
      }
      out().endObject();
    }
  }

  /** A group that stands for a list: its only child is repeated. */
  private final class ListOf extends GroupConverter {
    private final int index;
    private final Scope scope;
    private final Converter child;

    ListOf(GroupType type, int index, Scope scope) {
      this.index = index;
      this.scope = scope;
      Type repeated = type.getType(0);
      this.child =
          isWrapper(type.getName(), repeated)
              ? new Wrapper(repeated.asGroupType())
              : converter(repeated, 0, ignored -> {});
    }

    /** Old writers repeat the element itself; the rules are those of the Parquet specification. */
    private static boolean isWrapper(String list, Type repeated) {
      return !repeated.isPrimitive()
          && repeated.asGroupType().getFieldCount() == 1
          && !repeated.getName().equals("array")
          && !repeated.getName().equals(list + "_tuple");
    }

    @Override
    public Converter getConverter(int i) {
      return child;
    }

    @Override
    public void start() {
      scope.before(index);
      out().beginList();
    }

    @Override
    public void end() {
      out().endList();
    }
  }

  /** Around each element of a list, so that it can be null. */
  private final class Wrapper extends GroupConverter implements Scope {
    private final Converter element;
    private boolean seen;

    Wrapper(GroupType type) {
      this.element = converter(type.getType(0), 0, this);
    }

    @Override
    public void before(int index) {
      seen = true;
    }

    @Override
    public Converter getConverter(int i) {
      return element;
    }

    @Override
    public void start() {
      seen = false;
    }

    @Override
    public void end() {
      if (!seen) {
        out().nullValue();
      }
    }
  }

  /** A map whose keys are texts: an object. */
  private final class MapOf extends GroupConverter {
    private final int index;
    private final Scope scope;
    private final Entry entry;

    MapOf(GroupType type, int index, Scope scope) {
      this.index = index;
      this.scope = scope;
      this.entry = new Entry(type.getType(0).asGroupType());
    }

    @Override
    public Converter getConverter(int i) {
      return entry;
    }

    @Override
    public void start() {
      scope.before(index);
      out().beginObject();
    }

    @Override
    public void end() {
      out().endObject();
    }
  }

  private final class Entry extends GroupConverter implements Scope {
    private final Converter value;
    private final Converter key =
        new PrimitiveConverter() {
          @Override
          public void addBinary(Binary binary) {
            out().name(binary.toByteBuffer());
          }
        };
    private boolean seen;

    Entry(GroupType type) {
      this.value = converter(type.getType(1), 1, this);
    }

    @Override
    public void before(int index) {
      seen = true;
    }

    @Override
    public Converter getConverter(int i) {
      return i == 0 ? key : value;
    }

    @Override
    public void start() {
      seen = false;
    }

    @Override
    public void end() {
      if (!seen) {
        out().nullValue();
      }
    }
  }

  private final class Leaf extends PrimitiveConverter {
    private final int index;
    private final Scope scope;
    private final FileSchema.Meaning meaning;
    private final boolean bytes;

    Leaf(Type type, int index, Scope scope) {
      this.index = index;
      this.scope = scope;
      this.meaning = schema.meaning(type);
      this.bytes = type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    @Override
    public void addBinary(Binary value) {
      scope.before(index);
      ByteBuffer buffer = value.toByteBuffer();
      boolean text =
          meaning == FileSchema.Meaning.TEXT
              || (meaning == FileSchema.Meaning.PLAIN && bytes && isUtf8(buffer));
      if (text) {
        out().text(buffer);
      } else {
        out().binary(value.length());
      }
    }

    /** Old writers do not say of a text that it is one. */
    private static boolean isUtf8(ByteBuffer buffer) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(buffer.duplicate());
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }

    @Override
    public void addBoolean(boolean value) {
      scope.before(index);
      out().truth(value);
    }

    @Override
    public void addDouble(double value) {
      scope.before(index);
      out().number(value);
    }

    @Override
    public void addFloat(float value) {
      scope.before(index);
      out().number(value);
    }

    @Override
    public void addInt(int value) {
      scope.before(index);
      out().number(meaning == FileSchema.Meaning.UNSIGNED ? Integer.toUnsignedLong(value) : value);
    }

    @Override
    public void addLong(long value) {
      scope.before(index);
      if (meaning == FileSchema.Meaning.UNSIGNED) {
        out().literal(Long.toUnsignedString(value));
      } else {
        out().number(value);
      }
    }
  }
}
