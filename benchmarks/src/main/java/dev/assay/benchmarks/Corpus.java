package dev.assay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What generated conversations are made of: topics with their words, forms of sentences, and sound
 * code. Immutable.
 *
 * @param topics each with the lists {@code thing}, {@code place}, {@code action}, {@code quality}
 * @param forms of sentences, by what they are for
 * @param code samples in several languages
 */
record Corpus(List<Topic> topics, Map<String, List<String>> forms, List<CodeSample> code) {
  /**
   * What conversations are about.
   *
   * @param lists words by their kind
   */
  record Topic(String name, Map<String, List<String>> lists) {}

  /**
   * A piece of sound code; {@code $thing$} and its kin stand for a name.
   *
   * @param language as a fence names it
   */
  record CodeSample(String language, String text) {}

  /** The one that is built in. */
  static Corpus load() {
    return new Corpus(loadTopics(), loadForms(), loadCode());
  }

  List<String> form(String kind) {
    List<String> list = forms.get(kind);
    if (list == null) {
      throw new IllegalArgumentException("there are no sentences of the kind " + kind);
    }
    return list;
  }

  private static List<Topic> loadTopics() {
    List<Topic> topics = new ArrayList<>();
    for (String line : lines("topics.txt")) {
      if (line.startsWith("topic ")) {
        topics.add(new Topic(line.substring("topic ".length()), new LinkedHashMap<>()));
      } else if (line.contains(":") && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        List<String> entries = Arrays.asList(line.substring(colon + 1).strip().split(", ", -1));
        topics.get(topics.size() - 1).lists().put(line.substring(0, colon), entries);
      }
    }
    return topics;
  }

  private static Map<String, List<String>> loadForms() {
    Map<String, List<String>> forms = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines("sentences.txt")) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        forms.put(line.substring(1, line.length() - 1), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.add(line);
      }
    }
    return forms;
  }

  private static List<CodeSample> loadCode() {
    List<CodeSample> samples = new ArrayList<>();
    String language = "";
    StringBuilder text = new StringBuilder();
    for (String line : lines("code.txt")) {
      if (line.startsWith("=== ")) {
        add(samples, language, text);
        language = line.substring(4);
      } else if (!language.isEmpty()) {
        text.append(line).append('\n');
      }
    }
    add(samples, language, text);
    return samples;
  }

  private static void add(List<CodeSample> samples, String language, StringBuilder text) {
    if (!language.isEmpty()) {
      samples.add(new CodeSample(language, text.toString().stripTrailing() + "\n"));
    }
    text.setLength(0);
  }

  private static List<String> lines(String resource) {
    InputStream stream = Corpus.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("the resource " + resource + " is not on the class path");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
