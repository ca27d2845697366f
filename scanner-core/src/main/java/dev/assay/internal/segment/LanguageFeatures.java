package dev.assay.internal.segment;

import dev.assay.segment.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What speaks for which language, and how much: the content of {@code languages.txt}. */
final class LanguageFeatures {
  private static final String RESOURCE = "languages.txt";

  /** The weight of what settles the matter: {@code <?php} amid any amount of HTML. */
  private static final int DECISIVE = 127;

  private final TermTable terms;
  private final byte[][] weights;

  private LanguageFeatures(TermTable terms, byte[][] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** One more than the number of features: 0 stands for none. */
  int size() {
    return weights.length;
  }

  /** The number of the feature with that hash, or 0. */
  int find(long hash) {
    return terms.get(hash);
  }

  /** Adds what a feature seen {@code count} times says; each repetition says less. */
  void add(int feature, int count, int[] scores) {
    byte[] of = weights[feature];
    for (int i = 0; i < of.length; i++) {
      // 1, 1.5, 2, 2.5 times the weight, in halves.
      scores[i] += of[i] * (count + 1) * (of[i] == DECISIVE ? DECISIVE : 1);
    }
  }

  static LanguageFeatures load() {
    List<String> lines = lines();
    TermTable terms = new TermTable(lines.size());
    byte[][] weights = new byte[lines.size() + 1][Language.values().length];
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t", -1);
      if (fields.length != 2) {
        throw new IllegalStateException(RESOURCE + ": no tab in '" + lines.get(i) + "'");
      }
      terms.put(fields[0].replace("\\n", "\n"), i + 1);
      for (String weight : fields[1].split(" ", -1)) {
        int colon = weight.indexOf(':');
        Language language = Language.named(weight.substring(0, colon));
        if (language == null) {
          throw new IllegalStateException(RESOURCE + ": no such language: " + weight);
        }
        weights[i + 1][language.ordinal()] = Byte.parseByte(weight.substring(colon + 1));
      }
    }
    return new LanguageFeatures(terms, weights);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (InputStream in = LanguageFeatures.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        // A feature may start with #, so a comment is marked by two of them and a blank.
        if (!line.isBlank() && !line.startsWith("## ")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
