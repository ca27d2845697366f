package dev.assay.internal.source;

import dev.assay.source.SourceException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Failures of files in words for users. */
public final class IoMessages {
  private IoMessages() {}

  /** What a failure means, to follow the file's name in a sentence. */
  public static String of(IOException e) {
    if (e instanceof DamagedDataException || e instanceof SourceException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "is not there (any more)";
    }
    if (e instanceof AccessDeniedException) {
      return "may not be read by this user";
    }
    if (e instanceof FileSystemLoopException) {
      return "is a link that leads back to itself";
    }
    String message = e.getMessage();
    return message == null ? "could not be read" : "could not be read: " + message;
  }
}
