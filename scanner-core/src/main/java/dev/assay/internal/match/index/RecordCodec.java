package dev.assay.internal.match.index;

import dev.assay.internal.match.index.IndexedRecord.Evidence;
import dev.assay.internal.match.index.IndexedRecord.Judged;
import dev.assay.internal.match.index.IndexedRecord.Span;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Records as bytes. Texts keep every UTF-16 unit, lone surrogates too: what is mined later must be
 * what was scanned. For one thread.
 */
final class RecordCodec {
  /** Raise it whenever what is written changes, or the fields that are searched. */
  static final int FORM = 1;

  private static final HexFormat HEX = HexFormat.of();

  private final ByteBuffersDataOutput out = ByteBuffersDataOutput.newResettableInstance();
  private byte[] buffer = new byte[1 << 12];

  byte[] encode(IndexedRecord record) throws IOException {
    out.reset();
    text(record.uri());
    out.writeVLong(record.row());
    out.writeVLong(record.line());
    bytes(HEX.parseHex(record.hash()));
    Judged judged = record.judged();
    out.writeByte((byte) judged.verdict().ordinal());
    out.writeByte((byte) judged.framing().ordinal());
    out.writeLong(Double.doubleToLongBits(judged.probability()));
    texts(judged.families());
    texts(judged.rules());
    int families = 0;
    for (Family family : record.suspectOf()) {
      families |= 1 << family.ordinal();
    }
    out.writeVInt(families);
    texts(record.behaviours());
    out.writeVInt(record.evidence().size());
    for (Evidence one : record.evidence()) {
      text(one.rule());
      out.writeByte((byte) (one.secret() ? 1 : 0));
      out.writeVInt(one.span().turn());
      out.writeVInt(one.span().start());
      out.writeVInt(one.span().end());
    }
    out.writeVInt(record.turns().size());
    for (Turn turn : record.turns()) {
      out.writeByte((byte) turn.role().ordinal());
      text(turn.text());
    }
    return out.toArrayCopy();
  }

  private void texts(Collection<String> texts) throws IOException {
    out.writeVInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void bytes(byte[] bytes) throws IOException {
    out.writeVInt(bytes.length);
    out.writeBytes(bytes, 0, bytes.length);
  }

  /** Each unit by itself, in one to three bytes, as in UTF-8 for all but pairs of surrogates. */
  private void text(String text) throws IOException {
    int length = text.length();
    out.writeVInt(length);
    if (buffer.length < 3 * length) {
      buffer = new byte[Math.max(2 * buffer.length, 3 * length)];
    }
    int size = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        buffer[size++] = (byte) c;
      } else if (c < 0x800) {
        buffer[size++] = (byte) (0xC0 | c >> 6);
        buffer[size++] = (byte) (0x80 | c & 0x3F);
      } else {
        buffer[size++] = (byte) (0xE0 | c >> 12);
        buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        buffer[size++] = (byte) (0x80 | c & 0x3F);
      }
    }
    out.writeBytes(buffer, 0, size);
  }

  /**
   * What the bytes say.
   *
   * @throws IOException if they are none that {@link #encode} wrote
   */
  static IndexedRecord decode(BytesRef bytes) throws IOException {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      return decode(in);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("a record in it is damaged", e);
    }
  }

  private static IndexedRecord decode(ByteArrayDataInput in) throws IOException {
    String uri = readText(in);
    long row = in.readVLong();
    long line = in.readVLong();
    byte[] hash = new byte[size(in)];
    in.readBytes(hash, 0, hash.length);
    Judged judged =
        new Judged(
            Verdict.values()[in.readByte()],
            Framing.Kind.values()[in.readByte()],
            Double.longBitsToDouble(in.readLong()),
            readTexts(in),
            readTexts(in));
    Set<Family> suspectOf = families(in.readVInt());
    Set<String> behaviours = Set.copyOf(readTexts(in));
    int pieces = size(in);
    List<Evidence> evidence = new ArrayList<>(pieces);
    for (int i = 0; i < pieces; i++) {
      evidence.add(
          new Evidence(
              readText(in),
              in.readByte() == 1,
              new Span(in.readVInt(), in.readVInt(), in.readVInt())));
    }
    int count = size(in);
    List<Turn> turns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      turns.add(new Turn(Role.values()[in.readByte()], readText(in), ""));
    }
    return new IndexedRecord(
        turns, uri, row, line, HEX.formatHex(hash), judged, suspectOf, behaviours, evidence);
  }

  private static Set<Family> families(int bits) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if ((bits & 1 << family.ordinal()) != 0) {
        families.add(family);
      }
    }
    return families;
  }

  private static List<String> readTexts(ByteArrayDataInput in) throws IOException {
    int count = size(in);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static String readText(ByteArrayDataInput in) throws IOException {
    char[] text = new char[size(in)];
    for (int i = 0; i < text.length; i++) {
      int first = in.readByte() & 0xFF;
      if (first < 0x80) {
        text[i] = (char) first;
      } else if (first < 0xE0) {
        text[i] = (char) ((first & 0x1F) << 6 | in.readByte() & 0x3F);
      } else {
        text[i] = (char) ((first & 0xF) << 12 | (in.readByte() & 0x3F) << 6 | in.readByte() & 0x3F);
      }
    }
    return new String(text);
  }

  /** Of a list or text that the rest of the bytes can hold. */
  private static int size(ByteArrayDataInput in) throws IOException {
    int size = in.readVInt();
    if (size < 0 || size > in.length() - in.getPosition()) {
      throw new IOException("a record in it is damaged");
    }
    return size;
  }
}
