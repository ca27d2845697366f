package dev.assay.internal.git;

import dev.assay.source.SourceException;
import java.io.IOException;
import org.eclipse.jgit.errors.MissingObjectException;

/** What a repository that lacks a part of itself is told as. */
final class Damage {
  private Damage() {}

  /** To follow the name of what cannot be read in a sentence. */
  static SourceException of(IOException e) {
    String what =
        e instanceof MissingObjectException
            ? "is not in this clone, though its revision names it"
            : "is damaged in this clone";
    return new SourceException(
        what + " (" + e.getMessage() + "): fetch it anew, and see what git fsck says", e);
  }
}
