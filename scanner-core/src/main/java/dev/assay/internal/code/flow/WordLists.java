package dev.assay.internal.code.flow;

import dev.assay.segment.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named lists of words in the analyser's resource files: a name in brackets, then its words,
 * separated by spaces or lines. A line that begins with {@code #} is a comment.
 */
public final class WordLists {
  /** Files of the languages that share one table, and of all languages together. */
  public static final List<String> FILES =
      List.of(
          "any",
          "python",
          "javascript",
          "java",
          "c",
          "csharp",
          "go",
          "php",
          "ruby",
          "rust",
          "shell",
          "sql");

  private WordLists() {}

  /** The file of a language; "any" for one that has none of its own. */
  static String fileOf(Language language) {
    return switch (language) {
      case TYPESCRIPT -> "javascript";
      case CPP -> "c";
      case HTML, OTHER -> "any";
      default -> language.id();
    };
  }

  /**
   * Reads one file.
   *
   * @param folder "sets" or "words"
   * @param file one of {@link #FILES}
   * @return the lists by name, words in the order of the file
   */
  public static Map<String, List<String>> read(String folder, String file) {
    String path = "/dev/assay/internal/code/" + folder + "/" + file + ".txt";
    Map<String, List<String>> lists = new LinkedHashMap<>();
    try (InputStream in = WordLists.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> current = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("[")) {
          current = new ArrayList<>();
          lists.put(text.substring(1, text.length() - 1), current);
        } else {
          current.addAll(List.of(text.split("\\s+")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }
}
