package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Words that tell what an answer does, by class. Immutable. */
final class Tone {
  static final int APOLOGY = 1;
  static final int INABILITY = 1 << 1;
  static final int NEGATION = 1 << 2;
  static final int SERVING = 1 << 3;
  static final int IMPROPER = 1 << 4;
  static final int INSULT = 1 << 5;
  static final int NEGATIVE = 1 << 6;
  static final int FIRST_PERSON = 1 << 7;
  static final int SECOND_PERSON = 1 << 8;

  private static final String[] CLASSES = {
    "apology", "inability", "negation", "serving", "improper", "insult", "negative"
  };

  private static final Tone SHIPPED = new Tone();

  private final IntMap classes;

  private Tone() {
    Map<Integer, Integer> read = new HashMap<>();
    try (InputStream in = Tone.class.getResourceAsStream("/dev/assay/internal/trigger/tone.txt")) {
      if (in == null) {
        throw new IllegalStateException("tone.txt is missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> line(line, read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String word : new String[] {"i", "i'm", "i'd", "we", "my", "me"}) {
      add(word, FIRST_PERSON, read);
    }
    for (String word : new String[] {"you", "your", "you're", "yourself", "u"}) {
      add(word, SECOND_PERSON, read);
    }
    classes = new IntMap(read);
  }

  static Tone shipped() {
    return SHIPPED;
  }

  /** The classes of a word, as bits; 0 for most words. */
  int of(int wordHash) {
    return classes.get(wordHash);
  }

  static int hash(CharSequence word) {
    return Hashing.lower(word, 0, word.length(), 0);
  }

  private static void line(String line, Map<Integer, Integer> read) {
    int colon = line.indexOf(':');
    for (int i = 0; i < CLASSES.length; i++) {
      if (!line.startsWith("#") && colon > 0 && line.substring(0, colon).equals(CLASSES[i])) {
        for (String word : line.substring(colon + 1).strip().split(" ")) {
          add(word, 1 << i, read);
        }
      }
    }
  }

  private static void add(String word, int bit, Map<Integer, Integer> read) {
    read.merge(hash(word), bit, (a, b) -> a | b);
  }
}
