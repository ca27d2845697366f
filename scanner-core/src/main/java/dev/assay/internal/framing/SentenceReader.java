package dev.assay.internal.framing;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts prose into sentences and units. Linear in the text; sentences longer than {@value
 * #MAX_UNITS} words are cut. One instance for each thread.
 */
final class SentenceReader {
  static final int MAX_UNITS = 160;

  /** Shorter words are not looked up for typing errors. */
  private static final int MIN_TYPO = 6;

  /** Stands for any number: copies of a sentence may count. */
  private static final long NUMBER = 1;

  /** Letters before a French apostrophe. */
  private static final String ELIDED = "ldnscjmt";

  private static final Lexicon LEXICON = Lexicon.load();

  private final long[] words = new long[MAX_UNITS];
  private final long[] numberless = new long[MAX_UNITS];
  private final long[] stems = new long[MAX_UNITS];
  private final boolean[] commas = new boolean[MAX_UNITS];
  private int count;
  private int sentenceStart;
  private boolean comma;

  /** Adds the sentences of {@code text[from, to)}. */
  void read(int turn, String text, int from, int to, List<Sentence> out) {
    count = 0;
    comma = false;
    sentenceStart = from;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (wordChar(c)) {
        i = word(text, i, to);
        if (count == MAX_UNITS) {
          finish(turn, i, out);
        }
        continue;
      }
      boolean end = c == '\n' || c == ';' || endsSentence(text, i, to);
      comma |= c == ',' || c == ':' || c == '(' || c == ')' || c == '\u2014';
      i++;
      if (end) {
        finish(turn, i, out);
      }
    }
    finish(turn, to, out);
  }

  private static boolean endsSentence(String text, int i, int to) {
    char c = text.charAt(i);
    boolean stop = c == '.' || c == '!' || c == '?';
    return stop
        && (i + 1 >= to || Character.isWhitespace(text.charAt(i + 1)) || quote(text, i + 1));
  }

  private static boolean quote(String text, int i) {
    char c = text.charAt(i);
    return c == '"' || c == '\'' || c == ')' || c == '*' || c == '\u201d';
  }

  private static boolean wordChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c > 127 && Character.isLetterOrDigit(c);
  }

  /** Reads one word, its apostrophes dropped: don't is dont, but l'injection is two words. */
  private int word(String text, int from, int to) {
    long hash = Lexicon.seed();
    long stem = 0;
    int letters = 0;
    boolean number = true;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      boolean apostrophe = c == '\'' || c == '\u2019';
      if (apostrophe && i + 1 < to && wordChar(text.charAt(i + 1))) {
        i++;
        if (letters == 1 && ELIDED.indexOf(lower(text.charAt(from))) >= 0) {
          break;
        }
        continue;
      }
      if (!wordChar(c)) {
        break;
      }
      number &= c >= '0' && c <= '9';
      hash = Lexicon.extend(hash, c < 128 ? (char) lower(c) : Character.toLowerCase(c));
      if (++letters >= Lexicon.MIN_STEM && letters < 16) {
        stem |= LEXICON.ofStem(hash);
      }
      i++;
    }
    words[count] = letters >= MIN_TYPO ? LEXICON.spelt(hash) : hash;
    numberless[count] = number ? NUMBER : words[count];
    stems[count] = stem;
    commas[count] = comma;
    comma = false;
    count++;
    return i;
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  private void finish(int turn, int end, List<Sentence> out) {
    if (count > 0) {
      out.add(sentence(turn, end));
    }
    count = 0;
    comma = false;
    sentenceStart = end;
  }

  private Sentence sentence(int turn, int end) {
    long[] units = new long[count];
    boolean[] breaks = new boolean[count];
    long hash = Lexicon.seed();
    for (int i = 0; i < count; i++) {
      hash = Lexicon.join(hash, numberless[i]);
      hash ^= hash >>> 32;
    }
    long all = 0;
    int size = 0;
    for (int i = 0; i < count; ) {
      int length = phrase(i);
      units[size] = concepts(i, length);
      all |= units[size];
      breaks[size] = commas[i];
      size++;
      i += length;
    }
    return new Sentence(
        turn,
        sentenceStart,
        end,
        hash,
        Arrays.copyOf(numberless, count),
        all,
        Arrays.copyOf(units, size),
        Arrays.copyOf(breaks, size));
  }

  /** How many words the longest phrase has that starts here; 1 if none does. */
  private int phrase(int from) {
    int longest = 1;
    long hash = words[from];
    // A phrase's hash goes on from its first word's: the words are told apart by their own hashes.
    for (int n = 2; n <= Lexicon.MAX_WORDS && from + n <= count; n++) {
      hash = Lexicon.join(hash, words[from + n - 1]);
      if (LEXICON.of(hash) != 0) {
        longest = n;
      }
    }
    return longest;
  }

  private long concepts(int from, int length) {
    long hash = words[from];
    for (int n = 1; n < length; n++) {
      hash = Lexicon.join(hash, words[from + n]);
    }
    long concepts = LEXICON.of(hash);
    return length == 1 ? concepts | stems[from] : concepts;
  }
}
