package dev.assay.internal.manifest;

import dev.assay.internal.manifest.Manifest.Entry;
import dev.assay.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that {@code sha256sum} writes, also with {@code --tag}, and a digest alone. */
final class Sums {
  private static final Pattern PLAIN = Pattern.compile("(\\\\?)([0-9A-Fa-f]{64}) [ *](.+)");
  private static final Pattern TAGGED =
      Pattern.compile("(\\\\?)SHA256 \\((.+)\\) = ([0-9A-Fa-f]{64})");
  private static final Pattern ALONE = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final String EXTENSION = ".sha256";

  private Sums() {}

  static Manifest read(byte[] bytes, String fileName) throws SourceException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(entry(line.stripTrailing(), number, fileName));
      }
    }
    if (entries.isEmpty()) {
      throw new SourceException("is a manifest that lists nothing");
    }
    return new Manifest(entries);
  }

  private static Entry entry(String line, int number, String fileName) throws SourceException {
    Matcher plain = PLAIN.matcher(line);
    if (plain.matches()) {
      return entry(plain.group(1), plain.group(3), plain.group(2));
    }
    Matcher tagged = TAGGED.matcher(line);
    if (tagged.matches()) {
      return entry(tagged.group(1), tagged.group(2), tagged.group(3));
    }
    if (ALONE.matcher(line).matches() && fileName.toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
      return entry("", fileName.substring(0, fileName.length() - EXTENSION.length()), line);
    }
    throw new SourceException(
        "is a manifest whose line " + number + " is none that sha256sum writes; it was not used");
  }

  private static Entry entry(String escaped, String name, String digest) {
    String path =
        escaped.isEmpty()
            ? name
            : name.replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
    return new Entry(path, digest.toLowerCase(Locale.ROOT), true);
  }
}
