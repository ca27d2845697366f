package dev.assay.documents.wire;

import dev.assay.source.DocumentType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A document to parse.
 *
 * @param file where it lies
 * @param type what it is
 * @param maxCharacters of text that are wanted, UTF-16 units
 * @param maxDepth how many documents may lie in one another
 */
public record Job(Path file, DocumentType type, long maxCharacters, int maxDepth) {
  /** Sends the job. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(type.name());
    out.writeLong(maxCharacters);
    out.writeInt(maxDepth);
    out.writeUTF(file.toString());
    out.flush();
  }

  /**
   * Waits for a job.
   *
   * @throws java.io.EOFException if there will be none any more
   */
  public static Job read(DataInputStream in) throws IOException {
    DocumentType type = DocumentType.valueOf(in.readUTF());
    long maxCharacters = in.readLong();
    int maxDepth = in.readInt();
    return new Job(Path.of(in.readUTF()), type, maxCharacters, maxDepth);
  }
}
