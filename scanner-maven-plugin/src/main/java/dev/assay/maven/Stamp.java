package dev.assay.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a scan that passed, so that the same one need not be made again. It is trusted only
 * whole: if a character of it, or a report that it speaks of, has changed, it says nothing.
 *
 * @param fingerprint of the scan that passed
 * @param reports digests of the reports that it wrote, in their order
 * @param said what was said of it, in one line
 */
record Stamp(String fingerprint, List<String> reports, String said) {
  private static final String FIRST_LINE = "assay-stamp 1";
  private static final long LARGEST = 1 << 14;

  Stamp {
    reports = List.copyOf(reports);
  }

  /** Whether the reports are those of this stamp. */
  boolean knows(List<Path> files) {
    try {
      return reports.equals(digests(files));
    } catch (IOException e) {
      return false;
    }
  }

  /** What stands in the file, if it is whole. */
  static Optional<Stamp> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      List<String> lines = Files.readString(file).lines().toList();
      int last = lines.size() - 1;
      if (last < 3 || !lines.get(0).equals(FIRST_LINE)) {
        return Optional.empty();
      }
      if (!lines.get(last).equals(seal(lines.subList(0, last)))) {
        return Optional.empty();
      }
      return Optional.of(new Stamp(lines.get(1), lines.subList(3, last), lines.get(2)));
    } catch (IOException e) {
      // What cannot be read, broken encodings among it, is as good as nothing.
      return Optional.empty();
    }
  }

  /** Writes a stamp, whole or not at all. */
  static void write(Path file, String fingerprint, List<Path> reports, String said)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(FIRST_LINE, fingerprint, said.replace('\n', ' ')));
    lines.addAll(digests(reports));
    lines.add(seal(lines));
    Path passing = Files.createTempFile(file.getParent(), ".stamp", ".part");
    try {
      Files.write(passing, lines);
      Files.move(passing, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(passing);
    }
  }

  private static List<String> digests(List<Path> files) throws IOException {
    List<String> digests = new ArrayList<>();
    for (Path file : files) {
      MessageDigest digest = sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      digests.add(HexFormat.of().formatHex(digest.digest()));
    }
    return digests;
  }

  private static String seal(List<String> lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(text));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
