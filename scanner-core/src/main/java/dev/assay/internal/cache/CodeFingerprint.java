package dev.assay.internal.cache;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells builds of Assay apart: detectors change without a new version while they are worked on. */
public final class CodeFingerprint {
  private CodeFingerprint() {}

  /** Enters this build into a digest; if it cannot be told, something that never comes again. */
  public static void addTo(MessageDigest digest) {
    try {
      CodeSource source = CodeFingerprint.class.getProtectionDomain().getCodeSource();
      if (source != null) {
        Path code = Path.of(source.getLocation().toURI());
        if (Files.isDirectory(code)) {
          addFolder(digest, code);
        } else {
          addFile(digest, code);
        }
        return;
      }
    } catch (IOException
        | URISyntaxException
        | SecurityException
        | IllegalArgumentException
        | FileSystemNotFoundException e) {
      // Said below.
    }
    digest.update(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addFile(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }

  private static void addFolder(MessageDigest digest, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
