package dev.assay.internal.source;

import dev.assay.internal.manifest.Manifest;
import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds files against manifests. Those that will be scanned are held against them when they have
 * been read; others are read here.
 */
final class ManifestCheck {
  private final Map<String, DataFile> files;
  private final Function<Path, String> uriOf;
  private final BiConsumer<String, String> unreadable;

  /**
   * @param files those to be scanned, by their names in reports; get their digests
   */
  ManifestCheck(
      Map<String, DataFile> files,
      Function<Path, String> uriOf,
      BiConsumer<String, String> unreadable) {
    this.files = files;
    this.uriOf = uriOf;
    this.unreadable = unreadable;
  }

  void check(Path file, Manifest manifest) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("").normalize();
    for (Manifest.Entry entry : manifest.entries()) {
      try {
        check(folder, uriOf.apply(file), entry);
      } catch (IOException | InvalidPathException e) {
        unreadable.accept(
            uriOf.apply(file),
            "lists '" + entry.name() + "', which cannot be read, so it was not verified");
      }
    }
  }

  private void check(Path folder, String manifest, Manifest.Entry entry) throws IOException {
    Path path = folder.resolve(entry.name()).normalize();
    if (!path.startsWith(folder)) {
      unreadable.accept(
          manifest, "lists '" + entry.name() + "', which lies outside of the manifest's folder");
      return;
    }
    if (!Files.isRegularFile(path)) {
      if (entry.required()) {
        unreadable.accept(
            uriOf.apply(path), "is listed in " + manifest + " and is not there: get it anew");
      }
      return;
    }
    if (!path.toRealPath().startsWith(folder.toRealPath())) {
      unreadable.accept(uriOf.apply(path), "is a link out of the folder of " + manifest);
      return;
    }
    String uri = uriOf.apply(path);
    DataFile scanned = files.get(uri);
    DataFile.Pin former = scanned == null ? null : scanned.pin();
    if (former != null && !former.sha256().equals(entry.sha256())) {
      unreadable.accept(
          uri, "is listed in " + manifest + " and in " + former.manifest() + " with other digests");
    } else if (scanned != null) {
      files.put(uri, new PinnedFile(scanned, new DataFile.Pin(entry.sha256(), manifest)));
    } else if (!digest(path).equals(entry.sha256())) {
      unreadable.accept(uri, new DataFile.Pin(entry.sha256(), manifest).differs());
    }
  }

  private static String digest(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path);
        MeteredInput metered = new MeteredInput(in, true)) {
      metered.transferTo(OutputStream.nullOutputStream());
      return String.valueOf(metered.digest());
    }
  }

  /** A file that has to have a digest. */
  private record PinnedFile(DataFile file, Pin pin) implements DataFile {
    @Override
    public String uri() {
      return file.uri();
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public InputStream open() throws IOException {
      return file.open();
    }

    @Override
    public @Nullable Path path() {
      return file.path();
    }
  }
}
