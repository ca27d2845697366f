package dev.assay.internal.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all: written under a passing name beside its target, and
 * moved onto it by {@link #publish}. Closing it unpublished, or a failed write, removes what was
 * written.
 *
 * <p>A target that is no regular file, such as a pipe or {@code /dev/stdout}, cannot be replaced:
 * it gets the finished bytes written into it.
 *
 * <p>Every {@link IOException} names the target and says what to do next. Not synced to the disk:
 * against a power cut a report is made again, not guarded.
 */
final class PendingFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path place;
  private final boolean inPlace;
  private final Opener opener;
  private Path temporary;
  private OutputStream out;
  private boolean published;

  /** How a file is opened for writing. */
  interface Opener {
    OutputStream open(Path file) throws IOException;
  }

  private PendingFile(Path target, Path place, boolean inPlace, Path temporary, Opener opener)
      throws IOException {
    this.target = target;
    this.place = place;
    this.inPlace = inPlace;
    this.opener = opener;
    this.temporary = temporary;
    this.out = open(temporary);
  }

  /**
   * Makes the folder if need be, and starts the file, so that a bad name is known before a scan.
   */
  static PendingFile create(Path target) throws IOException {
    return create(
        target,
        file -> Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
  }

  static PendingFile create(Path target, Opener opener) throws IOException {
    try {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(target.toString(), null, "it is a folder");
      }
      boolean inPlace = isDevice(target);
      Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
      Path folder = place.getParent();
      if (inPlace || folder == null) {
        Path passing = Files.createTempFile("assay-", ".part");
        return new PendingFile(target, target, true, passing, opener);
      }
      Files.createDirectories(folder);
      return new PendingFile(target, place, false, beside(place), opener);
    } catch (IOException e) {
      throw explained(target, e);
    }
  }

  /** Where the report will stand. */
  Path target() {
    return target;
  }

  /** Whether the report stands there. */
  boolean published() {
    return published;
  }

  /** Takes the bytes; buffered. */
  OutputStream out() {
    return out;
  }

  /** Changes the bytes of a file into others; memory is up to the change. */
  interface Rewrite {
    void apply(InputStream from, OutputStream to) throws IOException;
  }

  /** Replaces all that was written so far by what {@code rewrite} makes of it. */
  void rewrite(Rewrite rewrite) throws IOException {
    out.close();
    Path before = temporary;
    try (InputStream in = Files.newInputStream(before)) {
      temporary = beside(before);
      out = open(temporary);
      rewrite.apply(in, out);
    } catch (IOException e) {
      throw failed(e);
    } finally {
      Files.deleteIfExists(before);
    }
  }

  /** Puts the file under its name, over an older one. */
  void publish() throws IOException {
    out.close();
    try {
      if (inPlace) {
        try (OutputStream device = Files.newOutputStream(place, StandardOpenOption.WRITE)) {
          Files.copy(temporary, device);
        }
        Files.delete(temporary);
      } else {
        move();
      }
      published = true;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (published) {
      return;
    }
    try {
      out.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private IOException failed(IOException cause) {
    IOException explained = explained(target, cause);
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      explained.addSuppressed(e);
    }
    return explained;
  }

  private OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(new Explaining(opener.open(file)), BUFFER);
  }

  private static Path beside(Path place) {
    String name = "." + place.getFileName() + "." + UUID.randomUUID() + ".part";
    return place.resolveSibling(name);
  }

  private static boolean isDevice(Path target) {
    return target.toAbsolutePath().startsWith("/dev")
        || (Files.exists(target) && !Files.isRegularFile(target));
  }

  private static IOException explained(Path target, IOException cause) {
    if (cause instanceof ReportFailure) {
      return cause;
    }
    return new ReportFailure(
        "Cannot write the report "
            + Excerpt.of(target.toString()).plain()
            + ": "
            + Excerpt.of(reason(cause)).plain()
            + ". Nothing was left there. Free some space or name another place, and scan again.",
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file, not a folder";
    }
    if (cause instanceof NoSuchFileException) {
      return "the folder is gone";
    }
    @Nullable String said =
        cause instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : cause.getMessage();
    return said == null ? cause.getClass().getSimpleName() : said;
  }

  /** Says of every failed write which report it was for. */
  private final class Explaining extends OutputStream {
    private final OutputStream raw;

    Explaining(OutputStream raw) {
      this.raw = raw;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        raw.write(bytes, from, length);
      } catch (IOException e) {
        throw failed(e);
      }
    }

    @Override
    public void close() throws IOException {
      raw.close();
    }
  }

  /** An {@link IOException} that already says what a user needs to know. */
  private static final class ReportFailure extends IOException {
    private static final long serialVersionUID = 1L;

    ReportFailure(String message, IOException cause) {
      super(message, cause);
    }
  }
}
