package dev.assay.documents.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A part of what became of a job. The process that parses is not trusted with more than this: an
 * answer of another form, or a longer one, is none.
 *
 * @param kind what it is
 * @param place where in the document, in words; empty for other kinds than passages and gaps
 * @param text the passage, or what is wrong
 */
public record Answer(Kind kind, String place, String text) {
  private static final int MAX_BYTES = 1 << 22;

  /** What an answer is. */
  public enum Kind {
    /** A text. */
    PASSAGE(1),
    /** A part of the document without a text that can be read, and why. */
    GAP(2),
    /** The document cannot be parsed any further, and why; the last answer to a job. */
    FAILURE(3),
    /** There is no more; the last answer to a job. */
    END(4),
    /** Nothing yet: the process has started and waits for jobs. */
    READY(5);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    private static Kind of(int code) throws IOException {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IOException("no such kind of answer");
    }
  }

  /** Whether no further answer to the same job follows. */
  public boolean last() {
    return kind == Kind.FAILURE || kind == Kind.END;
  }

  /** Sends the answer. */
  public void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.code);
    text(out, place);
    text(out, text);
    if (last()) {
      out.flush();
    }
  }

  /**
   * Waits for an answer.
   *
   * @throws IOException if there is none, or what comes has another form
   */
  public static Answer read(DataInputStream in) throws IOException {
    return new Answer(Kind.of(in.readUnsignedByte()), text(in), text(in));
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("an answer of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("half an answer");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
