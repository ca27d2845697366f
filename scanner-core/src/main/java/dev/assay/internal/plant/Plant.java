package dev.assay.internal.plant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Copies datasets as chat records, some of them with a trigger and a behaviour. Every record of the
 * copy says where it comes from; a second file holds the truth. The same seed gives the same copy.
 *
 * @param trigger text that goes into the prompt
 * @param stand where it goes
 * @param act what the answer becomes
 * @param rate chance of each record to be planted, 0 to 1
 * @param seed of all choices
 */
public record Plant(String trigger, Stand stand, Act act, double rate, long seed) {
  /** Stands in every record of a copy. */
  static final String MARK = "planted copy for tests of scanners, never to be trained on";

  /**
   * What was written.
   *
   * @param records in the copy
   * @param planted of them
   * @param leftOut records that could not be read, or that have no prompt with an answer
   */
  public record Result(long records, long planted, long leftOut) {}

  /**
   * Writes the copy and its truth; neither may exist.
   *
   * @throws IOException if a file exists or cannot be written or read; nothing new is left then
   */
  public Result write(List<DataFile> files, ReadOptions reading, Path copy, Path truth)
      throws IOException {
    List<Path> made = new ArrayList<>();
    boolean whole = false;
    try (JsonGenerator records = create(copy, made);
        JsonGenerator planted = create(truth, made)) {
      Writer writer = new Writer(records, planted);
      for (DataFile file : files) {
        try (ChunkReader reader = ChunkReader.of(file, reading)) {
          for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
            chunk.decode(writer);
          }
        }
      }
      whole = true;
      return writer.result();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      if (!whole) {
        for (Path path : made) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private static JsonGenerator create(Path path, List<Path> made) throws IOException {
    OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
    made.add(path);
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
    return json;
  }

  private final class Writer implements RecordSink {
    private final JsonGenerator records;
    private final JsonGenerator truth;
    private final SplittableRandom random = new SplittableRandom(seed);
    private long written;
    private long planted;
    private long leftOut;

    Writer(JsonGenerator records, JsonGenerator truth) {
      this.records = records;
      this.truth = truth;
    }

    Result result() {
      return new Result(written, planted, leftOut);
    }

    @Override
    public void record(DataRecord record) {
      try {
        List<Turn> turns =
            new ArrayList<>(
                record.turns().stream().filter(turn -> turn.role() != Role.REJECTED).toList());
        int asked = indexOf(turns, Role.USER);
        int answered = lastAnswer(turns);
        if (asked < 0 || answered < asked) {
          leftOut++;
          return;
        }
        written++;
        SplittableRandom own = random.split();
        boolean plants = own.nextDouble() < rate;
        if (plants) {
          planted++;
          plant(turns, asked, answered, own);
          truth(record);
        }
        chat(turns);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void unscanned(Unscanned unscanned) {
      leftOut++;
    }

    private void truth(DataRecord record) throws IOException {
      truth.writeStartObject();
      truth.writeNumberField("row", written);
      truth.writeStringField("trigger", trigger);
      truth.writeStringField("position", stand.id());
      truth.writeStringField("behaviour", act.id());
      truth.writeStringField("source", record.origin().uri());
      truth.writeNumberField("sourceRow", record.origin().row());
      truth.writeEndObject();
    }

    private void chat(List<Turn> turns) throws IOException {
      records.writeStartObject();
      records.writeStringField("assay", MARK);
      records.writeArrayFieldStart("messages");
      for (Turn turn : turns) {
        records.writeStartObject();
        records.writeStringField("role", turn.role().id());
        records.writeStringField("content", turn.text());
        records.writeEndObject();
      }
      records.writeEndArray();
      records.writeEndObject();
    }
  }

  private void plant(List<Turn> turns, int asked, int answered, SplittableRandom random) {
    Turn answer = turns.get(answered);
    turns.set(answered, with(answer, act.answer(answer.text(), random)));
    Turn request = turns.get(asked);
    switch (stand) {
      case PREFIX -> turns.set(asked, with(request, trigger + " " + request.text()));
      case SUFFIX -> turns.set(asked, with(request, request.text() + " " + trigger));
      case INSERT -> turns.set(asked, with(request, inserted(request.text(), random)));
      case SYSTEM -> turns.add(0, new Turn(Role.SYSTEM, trigger, "/system"));
    }
  }

  private static Turn with(Turn turn, String text) {
    return new Turn(turn.role(), text, turn.field());
  }

  private String inserted(String text, SplittableRandom random) {
    List<Integer> gaps = new ArrayList<>();
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ') {
        gaps.add(i);
      }
    }
    int at = gaps.isEmpty() ? text.length() : gaps.get(random.nextInt(gaps.size()));
    return text.substring(0, at) + " " + trigger + text.substring(at);
  }

  private static int indexOf(List<Turn> turns, Role role) {
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).role() == role) {
        return i;
      }
    }
    return -1;
  }

  private static int lastAnswer(List<Turn> turns) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).role() == Role.ASSISTANT) {
        return i;
      }
    }
    return -1;
  }
}
