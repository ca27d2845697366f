package dev.assay.columnar.arrow;

import dev.assay.source.RowWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column in one batch.
 *
 * <p>Positions that a file makes up end in an exception of the buffer, or of the check of a list's
 * bounds.
 */
abstract class Vector {
  private final long length;
  private final @Nullable ByteBuffer valid;

  /**
   * @param valid a bit for each value, or null if none is null
   */
  Vector(long length, @Nullable ByteBuffer valid) {
    this.length = length;
    this.valid = valid;
  }

  final long length() {
    return length;
  }

  boolean isNull(int index) {
    return valid != null && (valid.get(index >> 3) >> (index & 7) & 1) == 0;
  }

  /** Writes a value that is not null. */
  abstract void write(RowWriter out, int index);

  final void writeOrNull(RowWriter out, int index) {
    if (isNull(index)) {
      out.nullValue();
    } else {
      write(out, index);
    }
  }

  /** An index that stands for an element of a list or a dictionary. */
  final int checked(long index) {
    if (index < 0 || index >= length || index > Integer.MAX_VALUE) {
      throw new IndexOutOfBoundsException("no element " + index);
    }
    return (int) index;
  }

  static final class Nulls extends Vector {
    Nulls(long length) {
      super(length, null);
    }

    @Override
    boolean isNull(int index) {
      return true;
    }

    @Override
    void write(RowWriter out, int index) {
      out.nullValue();
    }
  }

  static final class Truths extends Vector {
    private final ByteBuffer bits;

    Truths(long length, @Nullable ByteBuffer valid, ByteBuffer bits) {
      super(length, valid);
      this.bits = bits;
    }

    @Override
    void write(RowWriter out, int index) {
      out.truth((bits.get(index >> 3) >> (index & 7) & 1) != 0);
    }
  }

  static final class Wholes extends Vector {
    private final ByteBuffer data;
    private final int width;
    private final boolean signed;

    Wholes(long length, @Nullable ByteBuffer valid, ByteBuffer data, int width, boolean signed) {
      super(length, valid);
      this.data = data;
      this.width = width;
      this.signed = signed;
    }

    long at(int index) {
      return switch (width) {
        case 1 -> signed ? data.get(index) : data.get(index) & 0xFF;
        case 2 -> signed ? data.getShort(2 * index) : data.getShort(2 * index) & 0xFFFF;
        case 4 ->
            signed
                ? data.getInt(Math.multiplyExact(4, index))
                : Integer.toUnsignedLong(data.getInt(Math.multiplyExact(4, index)));
        default -> data.getLong(Math.multiplyExact(8, index));
      };
    }

    @Override
    void write(RowWriter out, int index) {
      if (width == 8 && !signed) {
        out.literal(Long.toUnsignedString(at(index)));
      } else {
        out.number(at(index));
      }
    }
  }

  static final class Reals extends Vector {
    private final ByteBuffer data;
    private final boolean twice;

    Reals(long length, @Nullable ByteBuffer valid, ByteBuffer data, boolean twice) {
      super(length, valid);
      this.data = data;
      this.twice = twice;
    }

    @Override
    void write(RowWriter out, int index) {
      if (twice) {
        out.number(data.getDouble(Math.multiplyExact(8, index)));
      } else {
        out.number(data.getFloat(Math.multiplyExact(4, index)));
      }
    }
  }

  /** Bytes of any length: texts, or what is none. */
  abstract static class Texts extends Vector {
    private final boolean text;

    Texts(long length, @Nullable ByteBuffer valid, boolean text) {
      super(length, valid);
      this.text = text;
    }

    abstract ByteBuffer bytes(int index);

    @Override
    void write(RowWriter out, int index) {
      ByteBuffer bytes = bytes(index);
      if (text) {
        out.text(bytes);
      } else {
        out.binary(bytes.remaining());
      }
    }

    static ByteBuffer slice(ByteBuffer data, long from, long to) {
      if (from < 0 || to < from || to > data.limit()) {
        throw new IndexOutOfBoundsException("no bytes " + from + " to " + to);
      }
      return data.slice((int) from, (int) (to - from));
    }
  }

  static final class OffsetTexts extends Texts {
    private final Offsets offsets;
    private final ByteBuffer data;

    OffsetTexts(
        long length, @Nullable ByteBuffer valid, Offsets offsets, ByteBuffer data, boolean text) {
      super(length, valid, text);
      this.offsets = offsets;
      this.data = data;
    }

    @Override
    ByteBuffer bytes(int index) {
      return slice(data, offsets.at(index), offsets.at(index + 1));
    }
  }

  /** Short texts stand in their view, long ones in one of several buffers. */
  static final class ViewTexts extends Texts {
    private static final int VIEW = 16;
    private static final int SHORT = 12;

    private final ByteBuffer views;
    private final List<ByteBuffer> data;

    ViewTexts(
        long length,
        @Nullable ByteBuffer valid,
        ByteBuffer views,
        List<ByteBuffer> data,
        boolean text) {
      super(length, valid, text);
      this.views = views;
      this.data = data;
    }

    @Override
    ByteBuffer bytes(int index) {
      int at = Math.multiplyExact(VIEW, index);
      int size = views.getInt(at);
      if (size <= SHORT) {
        return slice(views, at + 4L, at + 4L + size);
      }
      long from = views.getInt(at + 12);
      return slice(data.get(views.getInt(at + 8)), from, from + size);
    }
  }

  static final class FixedBytes extends Vector {
    private final int width;

    FixedBytes(long length, @Nullable ByteBuffer valid, int width) {
      super(length, valid);
      this.width = width;
    }

    @Override
    void write(RowWriter out, int index) {
      out.binary(width);
    }
  }

  static final class Structs extends Vector {
    private final List<Column> columns;
    private final List<Vector> children;

    Structs(long length, @Nullable ByteBuffer valid, List<Column> columns, List<Vector> children) {
      super(length, valid);
      this.columns = columns;
      this.children = children;
    }

    Vector child(int i) {
      return children.get(i);
    }

    @Override
    void write(RowWriter out, int index) {
      out.beginObject();
      for (int i = 0; i < children.size(); i++) {
        Vector child = children.get(i);
        if (!child.isNull(child.checked(index))) {
          out.name(columns.get(i).key());
          child.write(out, index);
        }
      }
      out.endObject();
    }
  }

  /** Where each value begins; the next begins where it ends. */
  record Offsets(ByteBuffer data, int width) {
    long at(int index) {
      int place = Math.multiplyExact(width, index);
      return width == 4 ? data.getInt(place) : data.getLong(place);
    }
  }

  static final class Lists extends Vector {
    private final Offsets offsets;
    private final Vector child;

    Lists(long length, @Nullable ByteBuffer valid, Offsets offsets, Vector child) {
      super(length, valid);
      this.offsets = offsets;
      this.child = child;
    }

    @Override
    void write(RowWriter out, int index) {
      out.beginList();
      long end = offsets.at(index + 1);
      for (long i = offsets.at(index); i < end && !out.isTooLong(); i++) {
        child.writeOrNull(out, child.checked(i));
      }
      out.endList();
    }
  }

  /** Maps with texts for keys are objects. */
  static final class Maps extends Vector {
    private final Offsets offsets;
    private final Structs entries;
    private final Texts keys;

    Maps(long length, @Nullable ByteBuffer valid, Offsets offsets, Structs entries, Texts keys) {
      super(length, valid);
      this.offsets = offsets;
      this.entries = entries;
      this.keys = keys;
    }

    @Override
    void write(RowWriter out, int index) {
      out.beginObject();
      long end = offsets.at(index + 1);
      for (long i = offsets.at(index); i < end && !out.isTooLong(); i++) {
        int at = entries.checked(i);
        out.name(keys.bytes(keys.checked(at)));
        Vector values = entries.child(1);
        values.writeOrNull(out, values.checked(at));
      }
      out.endObject();
    }
  }

  static final class FixedLists extends Vector {
    private final int size;
    private final Vector child;

    FixedLists(long length, @Nullable ByteBuffer valid, int size, Vector child) {
      super(length, valid);
      this.size = size;
      this.child = child;
    }

    @Override
    void write(RowWriter out, int index) {
      out.beginList();
      for (long i = (long) size * index; i < (long) size * (index + 1) && !out.isTooLong(); i++) {
        child.writeOrNull(out, child.checked(i));
      }
      out.endList();
    }
  }

  /** Values that stand in a dictionary, which may have come in several parts. */
  static final class Indexed extends Vector {
    private final Wholes indices;
    private final List<Vector> dictionary;

    Indexed(Wholes indices, List<Vector> dictionary) {
      super(indices.length(), null);
      this.indices = indices;
      this.dictionary = List.copyOf(dictionary);
    }

    @Override
    boolean isNull(int index) {
      return indices.isNull(index);
    }

    @Override
    void write(RowWriter out, int index) {
      long at = indices.at(index);
      for (Vector part : dictionary) {
        if (at < part.length()) {
          part.writeOrNull(out, part.checked(at));
          return;
        }
        at -= part.length();
      }
      throw new IndexOutOfBoundsException("not in the dictionary");
    }
  }
}
