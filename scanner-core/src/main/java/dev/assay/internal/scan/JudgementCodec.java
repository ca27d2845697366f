package dev.assay.internal.scan;

import dev.assay.internal.framing.FramingResult;
import dev.assay.internal.framing.FramingSentence;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.record.DataRecord;
import dev.assay.rule.Rule;
import dev.assay.signal.FlowStep;
import dev.assay.signal.Signal;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a record as bytes. Places are held against the record when they are read. */
final class JudgementCodec {
  private static final int MAX_LIST = 1 << 14;

  private final List<Rule> rules;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param rules in an order that their version fixes
   */
  JudgementCodec(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (int i = 0; i < rules.size(); i++) {
      numbers.put(rules.get(i).id(), i);
    }
  }

  /** Null if it is not worth keeping, or cannot be kept. */
  byte @Nullable [] encode(Known known) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Judgement judgement = known.judgement();
      out.writeByte(judgement.verdict().ordinal());
      out.writeShort(judgement.evidence().size());
      for (Signal signal : judgement.evidence()) {
        Integer number = numbers.get(signal.rule().id());
        if (number == null) {
          return null;
        }
        out.writeInt(number);
        write(out, signal);
      }
      if (!judgement.evidence().isEmpty()) {
        write(out, judgement.framing());
      }
      write(out, known.row());
    } catch (IOException e) {
      // A note that is too long for its form.
      return null;
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Signal signal) throws IOException {
    out.writeInt(signal.turn());
    out.writeInt(signal.start());
    out.writeInt(signal.end());
    out.writeShort(signal.flow().size());
    for (FlowStep step : signal.flow()) {
      out.writeInt(step.start());
      out.writeInt(step.end());
      out.writeUTF(step.note());
    }
  }

  private static void write(DataOutputStream out, FramingResult result) throws IOException {
    Framing framing = result.framing();
    out.writeByte(framing.kind().ordinal());
    out.writeInt(framing.turn());
    out.writeInt(framing.start());
    out.writeInt(framing.end());
    out.writeBoolean(result.task());
    out.writeShort(result.sentences().size());
    for (FramingSentence sentence : result.sentences()) {
      out.writeInt(sentence.turn());
      out.writeInt(sentence.start());
      out.writeInt(sentence.end());
      out.writeLong(sentence.hash());
      out.writeInt(sentence.asks());
      out.writeShort(sentence.shingles().size());
      for (long shingle : sentence.shingles()) {
        out.writeLong(shingle);
      }
    }
  }

  private static void write(DataOutputStream out, @Nullable Row row) throws IOException {
    out.writeBoolean(row != null);
    if (row != null) {
      write(out, row.tokens());
      write(out, row.patterns());
      write(out, row.behaviours());
      write(out, row.prints());
    }
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    out.writeShort(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  /** What the bytes say of a record; null if they cannot be about it. */
  @Nullable Known decode(byte[] bytes, DataRecord record) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Verdict verdict = Verdict.values()[in.readByte()];
      int count = size(in);
      List<Signal> evidence = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        evidence.add(signal(in, record));
      }
      Judgement judgement =
          evidence.isEmpty() ? Judgement.CLEAN : new Judgement(verdict, framing(in), evidence);
      Row row = in.readBoolean() ? row(in) : null;
      return in.read() < 0 && judgement.verdict() == verdict ? new Known(judgement, row) : null;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // Whatever this is, it is not believed.
      return null;
    }
  }

  private Signal signal(DataInputStream in, DataRecord record) throws IOException {
    Rule rule = rules.get(in.readInt());
    int turn = in.readInt();
    int length = record.turns().get(turn).text().length();
    int start = in.readInt();
    int end = within(in.readInt(), length);
    int steps = size(in);
    List<FlowStep> flow = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      flow.add(
          new FlowStep(within(in.readInt(), length), within(in.readInt(), length), in.readUTF()));
    }
    return new Signal(rule, turn, start, end, flow);
  }

  private static FramingResult framing(DataInputStream in) throws IOException {
    Framing framing =
        new Framing(Framing.Kind.values()[in.readByte()], in.readInt(), in.readInt(), in.readInt());
    boolean task = in.readBoolean();
    int count = size(in);
    List<FramingSentence> sentences = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int turn = in.readInt();
      int start = in.readInt();
      int end = in.readInt();
      long hash = in.readLong();
      int asks = in.readInt();
      int shingleCount = size(in);
      List<Long> shingles = new ArrayList<>(shingleCount);
      for (int j = 0; j < shingleCount; j++) {
        shingles.add(in.readLong());
      }
      sentences.add(new FramingSentence(turn, start, end, hash, asks, shingles));
    }
    return new FramingResult(framing, sentences, task);
  }

  private static Row row(DataInputStream in) throws IOException {
    return new Row(0, ints(in), ints(in), ints(in)).printed(ints(in));
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] values = new int[size(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static int size(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    if (size > MAX_LIST) {
      throw new IOException("no list is so long");
    }
    return size;
  }

  private static int within(int place, int length) throws IOException {
    if (place < 0 || place > length) {
      throw new IOException("no such place in the text");
    }
    return place;
  }
}
