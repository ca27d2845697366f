package dev.assay.internal.check.turn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists of checks: {@code [section]} lines, entries below them, # for remarks. */
public final class CheckData {
  private CheckData() {}

  /** A section and its entries, in order. */
  public record Section(String name, List<String> lines) {}

  public static List<Section> sections(String resource) {
    return read("/dev/assay/internal/check/" + resource);
  }

  /** The sections of a resource anywhere on the class path. */
  public static List<Section> read(String resource) {
    List<Section> sections = new ArrayList<>();
    try (InputStream in = CheckData.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the library is incomplete: " + resource + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[") && line.endsWith("]")) {
          sections.add(new Section(line.substring(1, line.length() - 1), new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          sections.get(sections.size() - 1).lines().add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the library is damaged: " + resource + " cannot be read", e);
    }
    return sections;
  }
}
