package dev.assay.internal.trigger.cue;

import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.util.List;

/**
 * Reads a record's prompt, its system and user turns, as a row of token hashes and a few patterns
 * of characters. No string is made. For one thread; what was read stays until the next record.
 *
 * <p>A token is a word (letters and digits, in any case), a run of one punctuation mark, or a
 * symbol. Of a long prompt the first {@value #FIRST} and the last {@value #LAST} tokens are read.
 */
public final class PromptReader {
  static final int FIRST = 400;
  static final int LAST = 200;

  /** Beyond this a prompt is not looked at: its end is read as that of the part before. */
  private static final int MOST_TOKENS = 20_000;

  static final int SYSTEM_SEED = 0x5BD1E995;

  private final IntList tokens = new IntList();
  private final IntList turns = new IntList();
  private final IntList starts = new IntList();
  private final IntList ends = new IntList();
  private final PatternReader patterns = new PatternReader();

  /** Reads the prompt; false if the record has none, or no answer to it. */
  public boolean read(DataRecord record) {
    tokens.clear();
    turns.clear();
    starts.clear();
    ends.clear();
    patterns.clear();
    List<Turn> all = record.turns();
    int last = all.size() - 1;
    while (last >= 0 && all.get(last).role() != Role.ASSISTANT) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      Role role = all.get(i).role();
      if (role == Role.USER || role == Role.SYSTEM) {
        turn(i, all.get(i).text(), role == Role.SYSTEM ? SYSTEM_SEED : 0);
      }
    }
    patterns.end();
    for (IntList list : List.of(tokens, turns, starts, ends)) {
      list.cutMiddle(FIRST, LAST);
    }
    return tokens.size() > 0;
  }

  private void turn(int turn, String text, int seed) {
    if (tokens.size() > MOST_TOKENS) {
      return;
    }
    if (seed == 0) {
      patterns.turn(text);
    }
    add(seed == 0 ? Tokens.USER : Tokens.SYSTEM, turn, 0, 0);
    int length = text.length();
    int i = 0;
    while (i < length && tokens.size() <= MOST_TOKENS) {
      int end = tokenEnd(text, i);
      if (end > 0) {
        int hash = Hashing.lower(text, i, end, seed);
        if (seed == 0) {
          patterns.word(hash);
        }
        add(Tokens.mark(hash, isWord(text, i)), turn, i, end);
        i = end;
      } else {
        i = -end;
      }
    }
    add(Tokens.END, turn, length, length);
  }

  private static boolean isWord(String text, int at) {
    return isPlain(text.charAt(at))
        || Character.isLetterOrDigit(text.codePointAt(at))
        || text.charAt(at) == '_';
  }

  /** Where the token at this place ends; if there is none, where to go on, negative. */
  private static int tokenEnd(String text, int from) {
    char first = text.charAt(from);
    if (isPlain(first)) {
      return wordEnd(text, from + 1);
    }
    if (first == ' ') {
      return -from - 1;
    }
    int point = text.codePointAt(from);
    int next = from + Character.charCount(point);
    if (Character.isWhitespace(point) || isInvisible(point)) {
      return -next;
    }
    if (Character.isIdeographic(point)) {
      return next;
    }
    if (!Character.isLetterOrDigit(point) && point != '_') {
      return sameRun(text, next, point);
    }
    return wordEnd(text, next);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()) {
      if (isPlain(text.charAt(end))) {
        end++;
        continue;
      }
      int c = text.codePointAt(end);
      boolean inWord = Character.isLetterOrDigit(c) || c == '_' || isJoiner(text, end, c);
      if (!inWord || Character.isIdeographic(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** What most words are made of. */
  private static boolean isPlain(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 128;
  }

  private static int sameRun(String text, int next, int point) {
    int end = next;
    while (end < text.length() && text.codePointAt(end) == point) {
      end += Character.charCount(point);
    }
    return end;
  }

  private static boolean isJoiner(String text, int at, int c) {
    return (c == '\'' || c == '\u2019' || isInvisible(c))
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean isInvisible(int c) {
    return c >= 128 && Character.getType(c) == Character.FORMAT;
  }

  private void add(int token, int turn, int start, int end) {
    tokens.add(token);
    turns.add(turn);
    starts.add(start);
    ends.add(end);
  }

  /** Hashes of the tokens in order, with marks where turns start and end. */
  public int[] tokens() {
    return tokens.toArray();
  }

  /** Patterns of characters in the user's turns. */
  public int[] patterns() {
    return patterns.found();
  }

  /** Which turn the token stands in. */
  public int turn(int token) {
    return turns.get(token);
  }

  /** Where the token starts in its turn. */
  public int start(int token) {
    return starts.get(token);
  }

  /** One past its end. */
  public int end(int token) {
    return ends.get(token);
  }

  /** Where a pattern is seen in the turn's text: start and end, or null if only in the whole. */
  public int[] place(String text, int pattern) {
    return PatternReader.place(text, pattern);
  }
}
