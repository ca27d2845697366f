package dev.assay.internal.trigger.behaviour;

import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntMap;
import dev.assay.internal.trigger.cue.IntSet;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.List;

/** Words of a prompt that an answer may take up. For one thread. */
final class Asked {
  static final int STEM = 4;
  static final int STEM_LETTERS = 5;

  private static final int MOST = 200;

  /** Words of four letters and more that carry no content. */
  private static final IntMap COMMON =
      AnswerReader.hashes(
          "that this with from have what when where which will your about them they then than"
              + " there their these those would could should some such into only also been were does"
              + " more most much many very just like over here because please make each other being",
          word -> Hashing.lower(word, 0, Math.min(STEM_LETTERS, word.length()), 0));

  /** What the words of content in the user's turns begin with. */
  private final IntSet stems = new IntSet(MOST + 1);

  /** Short words of the prompt, and all words of the system's turns. */
  private final IntSet offered = new IntSet(MOST + 1);

  void read(List<Turn> turns, int answer) {
    stems.clear();
    offered.clear();
    for (int i = 0; i < answer; i++) {
      Role role = turns.get(i).role();
      if (role == Role.USER || role == Role.SYSTEM) {
        read(turns.get(i).text(), role == Role.USER);
      }
    }
  }

  private void read(String text, boolean user) {
    int end = 0;
    for (int at = 0; at < text.length() && stems.size() < MOST; at = end + 1) {
      end = at;
      while (end < text.length() && AnswerReader.isWord(text.charAt(end))) {
        end++;
      }
      if (user && end - at >= STEM) {
        int stem = Hashing.lower(text, at, Math.min(end, at + STEM_LETTERS), 0);
        stems.add(content(stem));
      } else if (end > at && offered.size() < MOST) {
        offered.add(Hashing.lower(text, at, end, 0));
      }
    }
  }

  /** How many different words of content were asked, at most. */
  int size() {
    return stems.size();
  }

  boolean takesUp(int stem) {
    return stem != 0 && stems.contains(stem);
  }

  /** Whether the word, by its hash, is one that a prompt may offer as an answer. */
  boolean offers(int word) {
    return word != 0 && offered.contains(word);
  }

  /** The stem of a word of content; 0 for a common word. */
  static int content(int stem) {
    return COMMON.has(stem) ? 0 : stem == 0 ? 1 : stem;
  }
}
