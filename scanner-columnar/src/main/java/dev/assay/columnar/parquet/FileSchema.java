package dev.assay.columnar.parquet;

import dev.assay.source.SourceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * The schema of a file, and what each of its types means.
 *
 * @param meanings of the types in {@code message}, by identity
 */
record FileSchema(MessageType message, Map<Type, Meaning> meanings) {
  private static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 100;

  /** What a type stands for, beyond how it is stored. */
  enum Meaning {
    PLAIN,
    TEXT,
    LIST,
    MAP,
    UNSIGNED,
    OTHER
  }

  static FileSchema of(List<SchemaElement> elements) throws SourceException {
    if (elements.isEmpty() || elements.size() > MOST_ELEMENTS) {
      throw new SourceException(
          "has a schema of "
              + elements.size()
              + " columns and groups; from 1 to "
              + MOST_ELEMENTS
              + " are read");
    }
    IdentityHashMap<Type, Meaning> meanings = new IdentityHashMap<>();
    Reader reader = new Reader(elements, meanings);
    MessageType message = new MessageType("row", reader.children(elements.get(0), 0));
    if (reader.next != elements.size()) {
      throw new SourceException("is damaged: its schema does not add up");
    }
    return new FileSchema(message, meanings);
  }

  Meaning meaning(Type type) {
    return meanings.getOrDefault(type, Meaning.PLAIN);
  }

  private static final class Reader {
    private final List<SchemaElement> elements;
    private final Map<Type, Meaning> meanings;
    private int next = 1;

    Reader(List<SchemaElement> elements, Map<Type, Meaning> meanings) {
      this.elements = elements;
      this.meanings = meanings;
    }

    private List<Type> children(SchemaElement parent, int depth) throws SourceException {
      int count = parent.getNum_children();
      if (count <= 0 || count > elements.size() - next || depth > DEEPEST) {
        throw new SourceException(
            depth > DEEPEST
                ? "has columns nested deeper than " + DEEPEST + " levels"
                : "is damaged: its schema does not add up");
      }
      List<Type> types = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (int i = 0; i < count; i++) {
        if (next >= elements.size()) {
          throw new SourceException("is damaged: its schema does not add up");
        }
        Type type = type(elements.get(next++), depth);
        if (!names.add(type.getName())) {
          throw new SourceException("has two columns named '" + type.getName() + "'");
        }
        types.add(type);
      }
      return types;
    }

    private Type type(SchemaElement element, int depth) throws SourceException {
      if (!element.isSetRepetition_type() || element.getName() == null) {
        throw new SourceException("is damaged: a column has no name or no repetition");
      }
      Repetition repetition = Repetition.valueOf(element.getRepetition_type().name());
      boolean group = element.isSetNum_children() && element.getNum_children() > 0;
      Type type =
          group
              ? new GroupType(repetition, element.getName(), children(element, depth + 1))
              : primitive(element, repetition);
      meanings.put(type, meaning(element, group));
      return type;
    }

    private static PrimitiveType primitive(SchemaElement element, Repetition repetition)
        throws SourceException {
      if (!element.isSetType()) {
        throw new SourceException("is damaged: the column " + element.getName() + " has no type");
      }
      PrimitiveTypeName name =
          switch (element.getType()) {
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case INT32 -> PrimitiveTypeName.INT32;
            case INT64 -> PrimitiveTypeName.INT64;
            case INT96 -> PrimitiveTypeName.INT96;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
          };
      return new PrimitiveType(repetition, name, element.getType_length(), element.getName());
    }

    private static Meaning meaning(SchemaElement element, boolean group) {
      ConvertedType converted = element.getConverted_type();
      LogicalType logical = element.getLogicalType();
      if (group) {
        if (converted == ConvertedType.LIST || (logical != null && logical.isSetLIST())) {
          return Meaning.LIST;
        }
        boolean map =
            converted == ConvertedType.MAP
                || converted == ConvertedType.MAP_KEY_VALUE
                || (logical != null && logical.isSetMAP());
        return map ? Meaning.MAP : Meaning.PLAIN;
      }
      if (logical != null) {
        return leaf(logical);
      }
      return converted == null ? Meaning.PLAIN : leaf(converted);
    }

    private static Meaning leaf(LogicalType logical) {
      if (logical.isSetSTRING() || logical.isSetENUM() || logical.isSetJSON()) {
        return Meaning.TEXT;
      }
      if (logical.isSetINTEGER()) {
        return logical.getINTEGER().isIsSigned() ? Meaning.PLAIN : Meaning.UNSIGNED;
      }
      return Meaning.OTHER;
    }

    private static Meaning leaf(ConvertedType converted) {
      return switch (converted) {
        case UTF8, ENUM, JSON -> Meaning.TEXT;
        case UINT_8, UINT_16, UINT_32, UINT_64 -> Meaning.UNSIGNED;
        case INT_8, INT_16, INT_32, INT_64 -> Meaning.PLAIN;
        default -> Meaning.OTHER;
      };
    }
  }
}
