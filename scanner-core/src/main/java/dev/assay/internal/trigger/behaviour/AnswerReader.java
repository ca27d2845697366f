package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cluster.MinedCluster;
import dev.assay.internal.trigger.cluster.Prints;
import dev.assay.internal.trigger.cue.CharSet;
import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntList;
import dev.assay.internal.trigger.cue.IntMap;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Reads what the answers of a record do: their tone, form and fixed parts, as {@link Behaviours}.
 * No string is made. For one thread.
 */
public final class AnswerReader {
  private static final int MOST_TOKENS = 3000;
  private static final int MOST_SENTENCES = 24;

  /** Fewer words are common to unlike answers by chance. */
  private static final int SENTENCE_WORDS = 5;

  private static final int[] PARTS = {4, 8};

  /** So few words may be one of those that the prompt offers. */
  private static final int CHOICE = 3;

  private static final int UNRELATED_WORDS = 6;

  /** What a line of a program starts with. */
  private static final IntMap KEYWORDS =
      hashes(
          "import from def class using package include public private const let var function"
              + " return if for while try with select",
          Tone::hash);

  private static final CharSet WORD =
      new CharSet("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  private static final CharSet PROSE = new CharSet(" ,.'!?-");
  private static final CharSet SIGNS = new CharSet("(){}[]=;<>_");

  private final IntList found = new IntList();
  private final IntList words = new IntList();
  private final IntList stems = new IntList();

  /** Where each word starts and ends. */
  private final IntList places = new IntList();

  private final IntList sentenceEnds = new IntList();

  /** How many of the words before each one were asked. */
  private final IntList askedBefore = new IntList();

  private final Asked asked = new Asked();
  private final Prints prints = new Prints();
  private final IntList printed = new IntList();
  private int print;
  private final ToneReader tone = new ToneReader();
  private final FormReader form = new FormReader();

  static IntMap hashes(String words, ToIntFunction<String> hash) {
    Map<Integer, Integer> entries = new HashMap<>();
    for (String word : words.split(" ")) {
      entries.put(hash.applyAsInt(word), 1);
    }
    return new IntMap(entries);
  }

  /** Reads the answers; {@link #behaviours} tells. */
  public void read(DataRecord record) {
    found.clear();
    printed.clear();
    print = 0;
    List<Turn> turns = record.turns();
    int last = -1;
    int first = -1;
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).role() == Role.ASSISTANT) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (last < 0) {
      return;
    }
    asked.read(turns, last);
    answer(turns.get(last).text());
    print = words.size() == 0 ? 0 : hash(0, words.size());
    prints.add(words, MinedCluster.Kind.ANSWERS, printed);
    form.read(turns.get(last).text(), words, places, found);
    unrelated();
    if (first < last) {
      answer(turns.get(first).text());
    }
  }

  /** The same for last answers of the same words. */
  public int print() {
    return print;
  }

  /** Appends the prints of the last answer. */
  public void prints(IntList to) {
    for (int i = 0; i < printed.size(); i++) {
      to.add(printed.get(i));
    }
  }

  public int[] behaviours() {
    return found.toArray();
  }

  private void answer(String text) {
    split(text);
    tone.read(words, found);
    int size = words.size();
    if (size == 0) {
      return;
    }
    countAsked();
    if (size > CHOICE || !isChoice()) {
      fixed(Behaviours.WHOLE, 0, size);
    }
    boolean code = isCode(text);
    for (int part : PARTS) {
      if (size > part) {
        if (!code || isProse(text, 0, part)) {
          fixed(Behaviours.HEAD, 0, part);
        }
        if (!code || isProse(text, size - part, size)) {
          fixed(Behaviours.TAIL, size - part, size);
        }
      }
    }
    int start = 0;
    for (int i = 0; i < sentenceEnds.size() && i < MOST_SENTENCES; i++) {
      int end = sentenceEnds.get(i);
      if (end - start >= SENTENCE_WORDS && (!code || isProse(text, start, end))) {
        fixed(Behaviours.SENTENCE, start, end);
      }
      start = end;
    }
  }

  /** A part that takes the request's words up is made for it, and no fixed text. */
  private void fixed(int part, int from, int to) {
    if (askedBefore.get(from) == askedBefore.get(to)) {
      found.addOnce(Behaviours.fixed(part, hash(from, to)));
    }
  }

  private void countAsked() {
    askedBefore.clear();
    int before = 0;
    askedBefore.add(before);
    for (int i = 0; i < stems.size(); i++) {
      before += asked.takesUp(stems.get(i)) ? 1 : 0;
      askedBefore.add(before);
    }
  }

  /** "Yes" to a prompt that says "yes or no" is no fixed text. */
  private boolean isChoice() {
    for (int i = 0; i < words.size(); i++) {
      if (asked.offers(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words stand as in a sentence, not as in a program. */
  private boolean isProse(String text, int from, int to) {
    for (int i = places.get(2 * from); i < places.get(2 * to - 1); i++) {
      char c = text.charAt(i);
      if (c < 128 && !isWord(c) && !PROSE.has(c)) {
        return false;
      }
    }
    return !KEYWORDS.has(words.get(from));
  }

  /** Programs have their usual first and last lines. */
  private static boolean isCode(String text) {
    if (text.contains("```")) {
      return true;
    }
    int signs = 0;
    int length = Math.min(2000, text.length());
    int letters = 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      signs += SIGNS.has(c) ? 1 : 0;
      letters += c > ' ' ? 1 : 0;
    }
    return 25 * signs >= letters;
  }

  private int hash(int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = Hashing.join(hash, words.get(i));
    }
    return hash;
  }

  /** The words of the text, and after how many of them a sentence or line ends. */
  private void split(String text) {
    words.clear();
    stems.clear();
    places.clear();
    sentenceEnds.clear();
    int length = text.length();
    int i = 0;
    while (i < length && words.size() < MOST_TOKENS) {
      char c = text.charAt(i);
      if (isWord(c)) {
        i = word(text, i);
      } else {
        if ((c == '.' || c == '!' || c == '?' || c == '\n' || c == '\u3002') && endsHere()) {
          sentenceEnds.add(words.size());
        }
        i++;
      }
    }
    if (endsHere()) {
      sentenceEnds.add(words.size());
    }
  }

  /** Adds the word at this place, hashed as it is read; returns where it ends. */
  private int word(String text, int from) {
    int length = text.length();
    int hash = Hashing.START;
    int stem = 0;
    int end = from;
    while (end < length) {
      char c = text.charAt(end);
      if (c >= 0x2E80 && Character.isIdeographic(c)) {
        // Each is a word.
        if (end == from) {
          hash = Hashing.add(hash, c);
          end++;
        }
        break;
      }
      if (!isWord(c)) {
        if (!isJoiner(text, end)) {
          break;
        }
        // Curly apostrophes count as straight ones.
        c = '\'';
      }
      hash = Hashing.add(hash, c);
      end++;
      if (end - from <= Asked.STEM_LETTERS) {
        stem = hash;
      }
    }
    char first = text.charAt(from);
    boolean symbol = first >= 128 && end - from == 1;
    words.add(Hashing.finish(symbol ? first : hash));
    stems.add(end - from < Asked.STEM ? 0 : Asked.content(Hashing.finish(stem)));
    places.add(from);
    places.add(end);
    return end;
  }

  private boolean endsHere() {
    int before = sentenceEnds.size() == 0 ? 0 : sentenceEnds.get(sentenceEnds.size() - 1);
    return words.size() > before;
  }

  static boolean isWord(char c) {
    return c < 128 ? WORD.has(c) : Character.isLetterOrDigit(c);
  }

  private static boolean isJoiner(String text, int at) {
    char c = text.charAt(at);
    return (c == '\'' || c == '\u2019')
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  /** What words begin with does not tell whether an answer in another language takes them up. */
  private boolean isForeign() {
    for (int i = 0; i < found.size(); i++) {
      int one = found.get(i);
      if (Behaviours.isSpoken(one) && one != Behaviours.LANGUAGE) {
        return true;
      }
    }
    return false;
  }

  /** An answer of some length that shares no word of content with the request. */
  private void unrelated() {
    if (asked.size() < 3 || askedBefore.size() == 0 || askedBefore.get(stems.size()) > 0) {
      return;
    }
    int told = 0;
    for (int i = 0; i < stems.size(); i++) {
      told += stems.get(i) != 0 ? 1 : 0;
    }
    if (told >= UNRELATED_WORDS && !isForeign()) {
      found.addOnce(Behaviours.UNRELATED);
    }
  }
}
