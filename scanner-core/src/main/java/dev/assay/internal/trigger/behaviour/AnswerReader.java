package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntList;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private static final int UNRELATED_WORDS = 6;
  private static final int MOST_ASKED = 200;
  private static final int STEM = 4;
  private static final int STEM_LETTERS = 5;

  /** Words of four letters and more that carry no content. */
  private static final Set<Integer> COMMON =
      Stream.of(
              "that this with from have what when where which will your about them they then than",
              "there their these those would could should some such into only also been were does",
              "more most much many very just like over here because please make each other being")
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(word -> Hashing.lower(word, 0, Math.min(STEM_LETTERS, word.length()), 0))
          .collect(Collectors.toUnmodifiableSet());

  /** What a line of a program starts with. */
  private static final Set<Integer> KEYWORDS =
      Stream.of(
              "import from def class using package include public private const let var function"
                  + " return if for while try with select")
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(Tone::hash)
          .collect(Collectors.toUnmodifiableSet());

  private final IntList found = new IntList();
  private final IntList words = new IntList();
  private final IntList stems = new IntList();

  /** Where each word starts and ends. */
  private final IntList places = new IntList();

  private final IntList sentenceEnds = new IntList();
  private final IntList asked = new IntList();
  private final ToneReader tone = new ToneReader();
  private final FormReader form = new FormReader();

  /** Reads the answers; {@link #behaviours} tells. */
  public void read(DataRecord record) {
    found.clear();
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
    ask(turns, last);
    answer(turns.get(last).text());
    form.read(turns.get(last).text(), words.size(), found);
    unrelated();
    if (first < last) {
      answer(turns.get(first).text());
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
    fixed(Behaviours.WHOLE, 0, size);
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
    for (int i = from; i < to; i++) {
      if (stems.get(i) != 0 && asked.contains(stems.get(i))) {
        return;
      }
    }
    found.addOnce(Behaviours.fixed(part, hash(from, to)));
  }

  /** Whether the words stand as in a sentence, not as in a program. */
  private boolean isProse(String text, int from, int to) {
    for (int i = places.get(2 * from); i < places.get(2 * to - 1); i++) {
      char c = text.charAt(i);
      if (c < 128 && !isWord(c) && " ,.'!?-".indexOf(c) < 0) {
        return false;
      }
    }
    return !KEYWORDS.contains(words.get(from));
  }

  /** Programs have their usual first and last lines. */
  private static boolean isCode(String text) {
    int signs = 0;
    int length = Math.min(2000, text.length());
    int letters = 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      signs += "(){}[]=;<>_".indexOf(c) >= 0 ? 1 : 0;
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
        int end = i + 1;
        while (end < length && (isWord(text.charAt(end)) || isJoiner(text, end))) {
          end++;
        }
        words.add(
            text.charAt(i) < 128 || end - i > 1
                ? hashOf(text, i, end)
                : Hashing.finish(text.charAt(i)));
        stems.add(stem(text, i, end));
        places.add(i);
        places.add(end);
        i = end;
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

  private boolean endsHere() {
    int before = sentenceEnds.size() == 0 ? 0 : sentenceEnds.get(sentenceEnds.size() - 1);
    return words.size() > before;
  }

  /** Curly apostrophes count as straight ones. */
  private static int hashOf(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\u2019') {
        String straight = text.substring(from, to).replace('\u2019', '\'');
        return Hashing.lower(straight, 0, straight.length(), 0);
      }
    }
    return Hashing.lower(text, from, to, 0);
  }

  private static boolean isWord(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c);
  }

  private static boolean isJoiner(String text, int at) {
    char c = text.charAt(at);
    return (c == '\'' || c == '\u2019')
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  /** The words of content that were asked. */
  private void ask(List<Turn> turns, int answer) {
    asked.clear();
    for (int i = 0; i < answer; i++) {
      if (turns.get(i).role() == Role.USER) {
        String text = turns.get(i).text();
        int end = 0;
        for (int at = 0; at < text.length() && asked.size() < MOST_ASKED; at = end + 1) {
          end = at;
          while (end < text.length() && isWord(text.charAt(end))) {
            end++;
          }
          if (end - at >= STEM) {
            asked.addOnce(stem(text, at, end));
          }
        }
      }
    }
  }

  /** What a word of content begins with; 0 for a short or common word. */
  private static int stem(String text, int from, int to) {
    if (to - from < STEM) {
      return 0;
    }
    int hash = Hashing.lower(text, from, Math.min(to, from + STEM_LETTERS), 0);
    return COMMON.contains(hash) ? 0 : hash == 0 ? 1 : hash;
  }

  /** An answer of some length that shares no word of content with the request. */
  private void unrelated() {
    int told = 0;
    for (int i = 0; i < stems.size(); i++) {
      if (stems.get(i) != 0) {
        told++;
        if (asked.contains(stems.get(i))) {
          return;
        }
      }
    }
    if (asked.size() >= 3 && told >= UNRELATED_WORDS) {
      found.addOnce(Behaviours.UNRELATED);
    }
  }
}
