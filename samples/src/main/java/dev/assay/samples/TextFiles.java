package dev.assay.samples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Records as lines, as one list, and as a table. */
public final class TextFiles {
  private static final JsonFactory JSON = new JsonFactory();

  private TextFiles() {}

  /** A line for each record. */
  public static void jsonl(Path file, List<Chat> chats) throws IOException {
    try (JsonGenerator out = generator(file)) {
      out.setRootValueSeparator(null);
      for (Chat chat : chats) {
        record(out, chat);
        out.writeRaw('\n');
      }
    }
  }

  /** One list of all records. */
  public static void json(Path file, List<Chat> chats) throws IOException {
    try (JsonGenerator out = generator(file)) {
      out.writeStartArray();
      for (Chat chat : chats) {
        out.writeRaw('\n');
        record(out, chat);
      }
      out.writeEndArray();
    }
  }

  private static JsonGenerator generator(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return JSON.createGenerator(out).enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static void record(JsonGenerator out, Chat chat) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("messages");
    for (Chat.Turn turn : chat.turns()) {
      out.writeStartObject();
      out.writeStringField("role", turn.role());
      out.writeStringField("content", turn.content());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** A row for each record, of its first two turns. */
  public static void csv(Path file, List<Chat> chats) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("question,answer\n");
      for (Chat chat : chats) {
        out.write(cell(chat.question()) + "," + cell(chat.answer()) + "\n");
      }
    }
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
