package dev.assay.internal.trigger.cluster;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntList;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;

/**
 * The words of a record's prompt and of its last answer, for comparing. The system's turns, which
 * whole sets have in common, are left out. For one thread.
 */
public final class TextReader {
  private final IntList words = new IntList();

  /**
   * A record's two sides.
   *
   * @param prompt runs of three words of the user's turns
   * @param answer those of the last answer
   * @param prints of all words of the prompt and of the answer: the same for the same words
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Text(int[] prompt, int[] answer, long promptPrint, long answerPrint) {
    /** The same for the same words in both. */
    public long print() {
      return promptPrint * 0x9E3779B97F4A7C15L + answerPrint;
    }
  }

  /** Reads a record that has an answer. */
  public Text read(DataRecord record) {
    int last = lastAnswer(record);
    words.clear();
    for (int i = 0; i < last; i++) {
      Turn turn = record.turns().get(i);
      if (turn.role() == Role.USER) {
        add(turn.text());
      }
    }
    int[] prompt = Prints.shingles(words);
    long promptPrint = print();
    words.clear();
    if (last >= 0) {
      add(record.turns().get(last).text());
    }
    return new Text(prompt, Prints.shingles(words), promptPrint, print());
  }

  /** Which turn is the last answer; -1 if there is none. */
  public static int lastAnswer(DataRecord record) {
    int last = record.turns().size() - 1;
    while (last >= 0 && record.turns().get(last).role() != Role.ASSISTANT) {
      last--;
    }
    return last;
  }

  private long print() {
    long hash = words.size();
    for (int i = 0; i < words.size(); i++) {
      hash = (hash ^ words.get(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private void add(String text) {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        words.add(Hashing.lower(text, i, end, 0));
        i = end;
      } else {
        if (text.charAt(i) > ' ') {
          words.add(text.charAt(i));
        }
        i++;
      }
    }
  }
}
