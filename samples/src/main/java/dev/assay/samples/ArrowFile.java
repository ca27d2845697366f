package dev.assay.samples;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * Records as an Arrow stream with one column, {@code messages}: lists of role and content. Source:
 * the Arrow columnar format, https://arrow.apache.org/docs/format/Columnar.html.
 */
public final class ArrowFile {
  private static final int ROWS = 1_000;

  private ArrowFile() {}

  public static void write(Path file, List<Chat> chats) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      message(out, schema(), new byte[0]);
      for (int from = 0; from < chats.size(); from += ROWS) {
        batch(out, chats.subList(from, Math.min(from + ROWS, chats.size())));
      }
      out.write(number(-1));
      out.write(number(0));
    }
  }

  private static FlatBufferBuilder schema() {
    FlatBufferBuilder to = new FlatBufferBuilder();
    int role = text(to, "role");
    int content = text(to, "content");
    Struct_.startStruct_(to);
    int struct = field(to, "item", Type.Struct_, Struct_.endStruct_(to), role, content);
    org.apache.arrow.flatbuf.List.startList(to);
    int list = org.apache.arrow.flatbuf.List.endList(to);
    int messages = field(to, "messages", Type.List, list, struct);
    int fields = Schema.createFieldsVector(to, new int[] {messages});
    int schema = Schema.createSchema(to, Endianness.Little, fields, 0, 0);
    return finished(to, MessageHeader.Schema, schema, 0);
  }

  private static int text(FlatBufferBuilder to, String name) {
    Utf8.startUtf8(to);
    return field(to, name, Type.Utf8, Utf8.endUtf8(to));
  }

  private static int field(
      FlatBufferBuilder to, String name, byte kind, int type, int... children) {
    int inside = Field.createChildrenVector(to, children);
    return Field.createField(to, to.createString(name), true, kind, type, 0, inside, 0);
  }

  private static FlatBufferBuilder finished(
      FlatBufferBuilder to, byte kind, int header, long bodyLength) {
    to.finish(Message.createMessage(to, MetadataVersion.V5, kind, header, bodyLength, 0));
    return to;
  }

  private static void batch(OutputStream out, List<Chat> chats) throws IOException {
    Texts roles = new Texts();
    Texts contents = new Texts();
    Offsets turns = new Offsets();
    for (Chat chat : chats) {
      for (Chat.Turn turn : chat.turns()) {
        roles.add(turn.role());
        contents.add(turn.content());
      }
      turns.add(roles.offsets.count - 1);
    }
    int values = roles.offsets.count - 1;
    Body body = new Body();
    body.none().add(turns.bytes());
    body.none();
    body.none().add(roles.offsets.bytes()).add(roles.data);
    body.none().add(contents.offsets.bytes()).add(contents.data);
    FlatBufferBuilder to = new FlatBufferBuilder();
    RecordBatch.startNodesVector(to, 4);
    // Vectors of structs are written from their end.
    for (int column = 0; column < 3; column++) {
      FieldNode.createFieldNode(to, values, 0);
    }
    FieldNode.createFieldNode(to, chats.size(), 0);
    int nodes = to.endVector();
    int buffers = body.places(to);
    int header = RecordBatch.createRecordBatch(to, chats.size(), nodes, buffers, 0, 0);
    byte[] bytes = body.bytes.toByteArray();
    message(out, finished(to, MessageHeader.RecordBatch, header, bytes.length), bytes);
  }

  private static void message(OutputStream out, FlatBufferBuilder head, byte[] body)
      throws IOException {
    byte[] bytes = head.sizedByteArray();
    int padding = -bytes.length & 7;
    out.write(number(-1));
    out.write(number(bytes.length + padding));
    out.write(bytes);
    out.write(new byte[padding]);
    out.write(body);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static final class Offsets {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int count;

    Offsets() {
      add(0);
    }

    void add(int offset) {
      out.writeBytes(number(offset));
      count++;
    }

    ByteArrayOutputStream bytes() {
      return out;
    }
  }

  private static final class Texts {
    private final Offsets offsets = new Offsets();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    void add(String text) {
      data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      offsets.add(data.size());
    }
  }

  /** The buffers of a batch, one behind the other. */
  private static final class Body {
    private record Place(long offset, long length) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Place> places = new ArrayList<>();

    Body add(ByteArrayOutputStream buffer) {
      places.add(new Place(bytes.size(), buffer.size()));
      bytes.writeBytes(buffer.toByteArray());
      bytes.writeBytes(new byte[-bytes.size() & 7]);
      return this;
    }

    /** The bits that say what is null, where nothing is. */
    Body none() {
      places.add(new Place(bytes.size(), 0));
      return this;
    }

    int places(FlatBufferBuilder to) {
      RecordBatch.startBuffersVector(to, places.size());
      for (int i = places.size() - 1; i >= 0; i--) {
        Buffer.createBuffer(to, places.get(i).offset(), places.get(i).length());
      }
      return to.endVector();
    }
  }
}
