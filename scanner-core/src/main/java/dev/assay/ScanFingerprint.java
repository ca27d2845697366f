package dev.assay;

import dev.assay.internal.digest.Hashes;
import dev.assay.internal.source.LocalFile;
import dev.assay.internal.source.OpenDataset;
import dev.assay.source.DataFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all that decides what a scan finds: data, rules, calibration, configuration and the
 * version of Assay. Two scans of one fingerprint come to the same verdicts. For one thread.
 */
public final class ScanFingerprint {
  /** What changes no verdict, or only those on sources that have no fingerprint. */
  private static final Set<String> LEFT_OUT = Set.of("threads", "environment", "index");

  private static final String FORMAT = "assay-fingerprint-1";

  private final DataOutputStream out;

  private ScanFingerprint(DataOutputStream out) {
    this.out = out;
  }

  /**
   * The fingerprint of a scan, 64 hex digits; reads all data once, and judges nothing.
   *
   * @return empty where there is none: something cannot be read, or lies on no disk of this
   *     machine, or is compared with another revision
   * @throws ScanException if an include pattern names no file
   */
  public static Optional<String> of(ScanConfig config) throws ScanException {
    if (config.changes() != null) {
      return Optional.empty();
    }
    MessageDigest digest = Hashes.sha256();
    try (OpenDataset dataset = Configured.open(config, null);
        DataOutputStream out =
            new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      if (!dataset.files().unreadable().isEmpty()
          || !dataset.files().files().stream().allMatch(LocalFile.class::isInstance)) {
        return Optional.empty();
      }
      new ScanFingerprint(out).all(config, dataset);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(Hashes.hex(digest));
  }

  private void all(ScanConfig config, OpenDataset dataset) throws IOException {
    text(FORMAT);
    text(Scanner.version());
    bytes(Rules.builtInBytes());
    InputStream calibration = Configured.shippedCalibrationBytes();
    if (calibration != null) {
      bytes(calibration);
    }
    for (RecordComponent component : ScanConfig.class.getRecordComponents()) {
      boolean day = component.getName().equals("today") && config.suppressions() == null;
      if (!day && !LEFT_OUT.contains(component.getName())) {
        text(component.getName());
        value(component, config);
      }
    }
    for (DataFile file : dataset.files().files()) {
      text(file.uri());
      bytes(file.open());
    }
    for (String ignored : dataset.files().ignored()) {
      text(ignored);
    }
    text(String.valueOf(dataset.files().otherFiles()));
  }

  private void value(RecordComponent component, ScanConfig config) throws IOException {
    Object value;
    try {
      value = component.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component.getName() + " has no accessor", e);
    }
    if (component.getName().equals("root")) {
      text(String.valueOf(value));
    } else {
      value(value);
    }
  }

  /** Collections without an order are put into one; a path stands for what lies there. */
  private void value(@Nullable Object value) throws IOException {
    if (value instanceof Path path) {
      content(path);
    } else if (value instanceof Map<?, ?> map) {
      TreeMap<String, Object> sorted = new TreeMap<>();
      map.forEach((key, of) -> sorted.put(String.valueOf(key), of));
      text(sorted.toString());
    } else if (value instanceof Set<?> set) {
      text(set.stream().map(String::valueOf).sorted().toList().toString());
    } else if (value instanceof Collection<?> list) {
      text(String.valueOf(list.size()));
      for (Object each : list) {
        value(each);
      }
    } else {
      text(String.valueOf(value));
    }
  }

  private void content(Path path) throws IOException {
    text(path.toString());
    if (Files.isDirectory(path)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(path)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        text(path.relativize(file).toString());
        bytes(Files.newInputStream(file));
      }
    } else {
      bytes(Files.newInputStream(path));
    }
  }

  private void bytes(InputStream content) throws IOException {
    MessageDigest digest = Hashes.sha256();
    try (InputStream in = content;
        OutputStream sum = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(sum);
    }
    out.write(digest.digest());
  }

  /** Lengths stand before texts, so that no two sequences of them read the same. */
  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
