package dev.assay.internal.git;

import dev.assay.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a Git repository for a large file. Source: git-lfs, docs/spec.md, "The Pointer".
 *
 * @param oid SHA-256 of the file, 64 hexadecimal digits, lower case
 * @param size of the file, in bytes
 */
record LfsPointer(String oid, long size) {
  /** No pointer is longer, in bytes. */
  static final int MAX_BYTES = 1024;

  private static final Pattern VERSION =
      Pattern.compile("version https?://(git-lfs\\.github\\.com|hawser\\.github\\.com)/spec/v1");
  private static final Pattern OID = Pattern.compile("sha256:([0-9a-f]{64})");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

  /**
   * Reads a small file.
   *
   * @return null if it is no pointer
   * @throws SourceException if it begins as one and cannot be used
   */
  static @Nullable LfsPointer parse(byte[] file) throws SourceException {
    String text = new String(file, StandardCharsets.UTF_8);
    String[] lines = text.split("\n", -1);
    if (!VERSION.matcher(lines[0].strip()).matches()) {
      return null;
    }
    Map<String, String> values = new TreeMap<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      if (space > 0) {
        values.put(line.substring(0, space), line.substring(space + 1).strip());
      }
    }
    Matcher oid = OID.matcher(values.getOrDefault("oid", ""));
    String size = values.getOrDefault("size", "");
    if (!oid.matches() || !SIZE.matcher(size).matches()) {
      throw new SourceException("is a damaged Git LFS pointer: its oid or size cannot be read");
    }
    if (values.keySet().stream().anyMatch(key -> key.startsWith("ext-"))) {
      throw new SourceException("is a Git LFS pointer with an extension, which cannot be undone");
    }
    return new LfsPointer(oid.group(1), Long.parseLong(size));
  }
}
