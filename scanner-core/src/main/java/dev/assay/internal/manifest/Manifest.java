package dev.assay.internal.manifest;

import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says.
 *
 * @param entries in the order of the manifest
 */
public record Manifest(List<Entry> entries) {
  private static final int MOST_BYTES = 16 << 20;
  private static final String CROISSANT = "croissant";

  /**
   * One file.
   *
   * @param name relative to the manifest's folder, as it is written
   * @param sha256 in lower case hexadecimal
   * @param required whether the file must be there; one that lies elsewhere need not
   */
  public record Entry(String name, String sha256, boolean required) {}

  public Manifest {
    entries = List.copyOf(entries);
  }

  /** Whether a file of this name may be a manifest. */
  public static boolean isName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return isSums(lower) || isCroissant(lower);
  }

  private static boolean isSums(String lower) {
    return lower.equals("sha256sums")
        || lower.equals("sha256sums.txt")
        || lower.equals("sha256sum.txt")
        || lower.endsWith(".sha256");
  }

  private static boolean isCroissant(String lower) {
    return lower.equals("croissant.json") || lower.equals("metadata.json");
  }

  /**
   * Reads a manifest.
   *
   * @param named whether the user says that it is one; else a JSON file may turn out to be none
   * @return null if it is none
   * @throws SourceException if it is a manifest that cannot be used; says why
   */
  public static @Nullable Manifest read(Path file, boolean named) throws IOException {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    boolean json = lower.endsWith(".json") || lower.endsWith(".jsonld");
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (json && !named && !isLikeCroissant(bytes)) {
      return null;
    }
    if (bytes.length > MOST_BYTES) {
      throw new SourceException(
          "is a manifest larger than " + (MOST_BYTES >> 20) + " MiB, which is the limit");
    }
    return json ? Croissant.read(bytes) : Sums.read(bytes, name);
  }

  /** A dataset may be called metadata.json too. */
  private static boolean isLikeCroissant(byte[] bytes) {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1);
    return begin.contains("\"@context\"") && begin.toLowerCase(Locale.ROOT).contains(CROISSANT);
  }
}
