package dev.assay.internal.framing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words and phrases of {@code framing.txt} and what they say, found by 64-bit hash so that
 * reading text allocates nothing. Immutable.
 */
final class Lexicon {
  /** Longest phrase, in words. */
  static final int MAX_WORDS = 5;

  /** Shortest stem, in letters. */
  static final int MIN_STEM = 3;

  private static final String RESOURCE = "framing.txt";
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long STEM = 0x9e3779b97f4a7c15L;

  private static final String VOWELS = "aeiou";
  private static final int SLOTS = 1 << 15;

  private final long[] keys = new long[SLOTS];
  private final long[] values = new long[SLOTS];
  private final Map<Long, Long> typos = new HashMap<>();
  private int size;

  private Lexicon() {}

  /** The hash of nothing yet. */
  static long seed() {
    return SEED;
  }

  static long extend(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** The hash of a phrase, one word longer. */
  static long join(long phrase, long word) {
    return (phrase * PRIME ^ word) * STEM;
  }

  /** The concepts of the word or phrase with that hash, as bits; 0 if it is none. */
  long of(long hash) {
    return values[slot(hash)];
  }

  /** The concepts of the stem with that hash. */
  long ofStem(long hash) {
    return of(hash ^ STEM);
  }

  static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("##")) {
          lexicon.line(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lexicon;
  }

  private void line(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      throw new IllegalStateException(RESOURCE + ": no tab in '" + line + "'");
    }
    if (line.startsWith("TYPO\t")) {
      for (String word : line.substring(tab + 1).split(", ", -1)) {
        typos(word);
      }
      return;
    }
    Concept concept = Concept.valueOf(line.substring(0, tab));
    for (String entry : line.substring(tab + 1).split(", ", -1)) {
      for (String phrase : alternatives(entry)) {
        add(phrase, concept);
      }
    }
  }

  /** The word that a mistyped one stands for, by their hashes; the hash itself if it is none. */
  long spelt(long hash) {
    return of(hash) == 0 ? typos.getOrDefault(hash, hash) : hash;
  }

  /** A letter lost, doubled, swapped with the next, or another vowel. */
  private void typos(String word) {
    for (int i = 1; i < word.length(); i++) {
      String head = word.substring(0, i);
      String tail = word.substring(i + 1);
      char c = word.charAt(i);
      typo(head + tail, word);
      typo(head + c + c + tail, word);
      if (!tail.isEmpty()) {
        typo(head + tail.charAt(0) + c + tail.substring(1), word);
      }
      if (VOWELS.indexOf(c) >= 0) {
        for (int v = 0; v < VOWELS.length(); v++) {
          typo(head + VOWELS.charAt(v) + tail, word);
        }
      }
    }
  }

  private void typo(String wrong, String right) {
    if (!wrong.equals(right)) {
      typos.putIfAbsent(hash(wrong), hash(right));
    }
  }

  /** {@code spot the bug/flaw} stands for two phrases. */
  private static List<String> alternatives(String entry) {
    List<String> phrases = new ArrayList<>(List.of(""));
    for (String word : entry.split(" ", -1)) {
      List<String> longer = new ArrayList<>();
      for (String phrase : phrases) {
        for (String choice : word.split("/", -1)) {
          longer.add(phrase.isEmpty() ? choice : phrase + " " + choice);
        }
      }
      phrases = longer;
    }
    return phrases;
  }

  private void add(String phrase, Concept concept) {
    boolean stem = phrase.endsWith("*");
    String text = stem ? phrase.substring(0, phrase.length() - 1) : phrase;
    if (text.isEmpty() || text.split(" ", -1).length > MAX_WORDS) {
      throw new IllegalStateException(RESOURCE + ": '" + phrase + "' is empty or too long");
    }
    long hash = 0;
    for (String word : text.split(" ", -1)) {
      hash = hash == 0 ? hash(word) : join(hash, hash(word));
    }
    int slot = slot(stem ? hash ^ STEM : hash);
    if (keys[slot] == 0 && ++size > SLOTS / 2) {
      throw new IllegalStateException(RESOURCE + " has more than " + SLOTS / 2 + " entries");
    }
    keys[slot] = stem ? hash ^ STEM : hash;
    values[slot] |= concept.bit();
  }

  /** Where that hash is, or would be. */
  private int slot(long hash) {
    int slot = (int) (hash ^ hash >>> 31) & SLOTS - 1;
    while (keys[slot] != hash && keys[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private static long hash(String word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = extend(hash, word.charAt(i));
    }
    return hash;
  }
}
