package dev.assay.columnar.arrow;

import dev.assay.source.RowWriter;
import dev.assay.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.IntervalUnit;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;

/**
 * A column, or a part of one.
 *
 * @param key its name as it is written
 * @param width of a value in bytes, of an offset, or how many elements a list of fixed size has
 * @param signed of a whole number
 * @param index how values are stored where a dictionary holds them; else null
 * @param dictionary its id, or -1
 */
record Column(
    String name,
    byte[] key,
    Kind kind,
    int width,
    boolean signed,
    List<Column> children,
    @Nullable Column index,
    long dictionary) {
  private static final int MOST = 20_000;
  private static final int DEEPEST = 100;

  /** How a column is stored. */
  enum Kind {
    NULL,
    TRUTH,
    WHOLE,
    REAL,
    TEXT,
    BYTES,
    TEXT_VIEW,
    BYTES_VIEW,
    FIXED_BYTES,
    STRUCT,
    LIST,
    FIXED_LIST,
    MAP,
    LIST_VIEW,
    DENSE_UNION,
    SPARSE_UNION,
    RUNS
  }

  static List<Column> of(Schema schema) throws SourceException {
    Reader reader = new Reader();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < schema.fieldsLength(); i++) {
      Column column = reader.column(schema.fields(i), 0);
      if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
        throw new SourceException("has two columns named '" + column.name() + "'");
      }
      columns.add(column);
    }
    return columns;
  }

  /** Whether it can be written as JSON; null if so, else the type that cannot. */
  @Nullable String unsupported() {
    return switch (kind) {
      case LIST_VIEW, DENSE_UNION, SPARSE_UNION, RUNS ->
          kind.name().toLowerCase(java.util.Locale.ROOT);
      default -> {
        for (Column child : children) {
          String type = child.unsupported();
          if (type != null) {
            yield type;
          }
        }
        yield null;
      }
    };
  }

  private static final class Reader {
    private int count;

    Column column(Field field, int depth) throws SourceException {
      if (++count > MOST || depth > DEEPEST) {
        throw new SourceException(
            "is over a limit: its schema has more than "
                + MOST
                + " columns, or is nested deeper than "
                + DEEPEST
                + " levels");
      }
      List<Column> children = new ArrayList<>();
      for (int i = 0; i < field.childrenLength(); i++) {
        children.add(column(field.children(i), depth + 1));
      }
      String name = field.name() == null ? "" : field.name();
      Column plain = typed(name, field, children);
      DictionaryEncoding encoding = field.dictionary();
      if (encoding == null) {
        return plain;
      }
      Int type = encoding.indexType();
      Column index =
          leaf(
              name,
              Kind.WHOLE,
              type == null ? 4 : bytes(type.bitWidth()),
              type == null || type.isSigned());
      return new Column(
          name, plain.key, plain.kind, plain.width, plain.signed, children, index, encoding.id());
    }

    private static Column typed(String name, Field field, List<Column> children)
        throws SourceException {
      return switch (field.typeType()) {
        case Type.Null -> leaf(name, Kind.NULL, 0, true);
        case Type.Bool -> leaf(name, Kind.TRUTH, 0, true);
        case Type.Int -> {
          Int type = (Int) typed(field, new Int());
          yield leaf(name, Kind.WHOLE, bytes(type.bitWidth()), type.isSigned());
        }
        case Type.Date -> {
          boolean days = ((Date) typed(field, new Date())).unit() == DateUnit.DAY;
          yield leaf(name, Kind.WHOLE, days ? 4 : 8, true);
        }
        case Type.Time ->
            leaf(name, Kind.WHOLE, bytes(((Time) typed(field, new Time())).bitWidth()), true);
        case Type.Timestamp, Type.Duration -> leaf(name, Kind.WHOLE, 8, true);
        case Type.FloatingPoint -> real(name, (FloatingPoint) typed(field, new FloatingPoint()));
        case Type.Decimal -> {
          int bits = ((Decimal) typed(field, new Decimal())).bitWidth();
          yield leaf(name, Kind.FIXED_BYTES, bits == 0 ? 16 : bits / 8, true);
        }
        case Type.Interval -> {
          short unit = ((Interval) typed(field, new Interval())).unit();
          int width = unit == IntervalUnit.YEAR_MONTH ? 4 : unit == IntervalUnit.DAY_TIME ? 8 : 16;
          yield leaf(name, Kind.FIXED_BYTES, width, true);
        }
        case Type.FixedSizeBinary ->
            leaf(
                name,
                Kind.FIXED_BYTES,
                ((FixedSizeBinary) typed(field, new FixedSizeBinary())).byteWidth(),
                true);
        case Type.Utf8 -> leaf(name, Kind.TEXT, 4, true);
        case Type.LargeUtf8 -> leaf(name, Kind.TEXT, 8, true);
        case Type.Binary -> leaf(name, Kind.BYTES, 4, true);
        case Type.LargeBinary -> leaf(name, Kind.BYTES, 8, true);
        case Type.Utf8View -> leaf(name, Kind.TEXT_VIEW, 0, true);
        case Type.BinaryView -> leaf(name, Kind.BYTES_VIEW, 0, true);
        case Type.Struct_ -> group(name, Kind.STRUCT, 0, children);
        case Type.List -> group(name, Kind.LIST, 4, one(children));
        case Type.LargeList -> group(name, Kind.LIST, 8, one(children));
        case Type.Map -> group(name, Kind.MAP, 4, one(children));
        case Type.ListView, Type.LargeListView -> group(name, Kind.LIST_VIEW, 0, one(children));
        case Type.FixedSizeList ->
            group(
                name,
                Kind.FIXED_LIST,
                ((FixedSizeList) typed(field, new FixedSizeList())).listSize(),
                one(children));
        case Type.Union -> {
          boolean dense = ((Union) typed(field, new Union())).mode() == UnionMode.Dense;
          yield group(name, dense ? Kind.DENSE_UNION : Kind.SPARSE_UNION, 0, children);
        }
        case Type.RunEndEncoded -> group(name, Kind.RUNS, 0, children);
        default -> throw new SourceException("has a column of a type that is not known: " + name);
      };
    }

    private static com.google.flatbuffers.Table typed(
        Field field, com.google.flatbuffers.Table type) throws SourceException {
      com.google.flatbuffers.Table filled = field.type(type);
      if (filled == null) {
        throw new SourceException("is damaged: a column has no type");
      }
      return filled;
    }

    private static Column real(String name, FloatingPoint type) {
      return switch (type.precision()) {
        case Precision.SINGLE -> leaf(name, Kind.REAL, 4, true);
        case Precision.DOUBLE -> leaf(name, Kind.REAL, 8, true);
        default -> leaf(name, Kind.FIXED_BYTES, 2, true);
      };
    }

    private static int bytes(int bits) throws SourceException {
      if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
        throw new SourceException("is damaged: a number has " + bits + " bits");
      }
      return bits / 8;
    }

    private static List<Column> one(List<Column> children) throws SourceException {
      if (children.size() != 1) {
        throw new SourceException(
            "is damaged: a list has " + children.size() + " kinds of elements");
      }
      return children;
    }

    private static Column leaf(String name, Kind kind, int width, boolean signed) {
      return new Column(name, RowWriter.key(name), kind, width, signed, List.of(), null, -1);
    }

    private static Column group(String name, Kind kind, int width, List<Column> children) {
      return new Column(
          name, RowWriter.key(name), kind, width, true, List.copyOf(children), null, -1);
    }
  }
}
