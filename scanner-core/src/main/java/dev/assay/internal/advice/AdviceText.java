package dev.assay.internal.advice;

import java.util.Arrays;

/**
 * A text cut into words, clauses and sentences, with the phrases that stand in it. Scratch memory
 * for one thread; {@link #read} begins anew. Linear in the text.
 */
final class AdviceText {
  /** No boundary before the word. */
  static final byte NONE = 0;

  /** A comma, "and" or "then". */
  static final byte SOFT = 1;

  /** A semicolon, colon, dash or bracket, or a word such as "but". */
  static final byte HARD = 2;

  /** A sentence ends before the word. */
  static final byte SENTENCE = 3;

  private static final int MAX_WORDS = 1 << 16;

  /** A line of at least so many characters may be wrapped. */
  private static final int LONG_LINE = 60;

  private final PhraseTree tree;
  private final WordCache cache;
  private char[] chars = new char[2048];
  private int[] start = new int[512];
  private int[] end = new int[512];
  private byte[] boundary = new byte[512];
  private boolean[] quoted = new boolean[512];
  private int[][] terms = new int[512][];

  /** Where the text begins that {@link #chars} holds. */
  private int base;

  private int length;
  private int words;
  private boolean equates;
  private int lineStart;
  private boolean inBrackets;

  /** One past the last word of each sentence, and whether it asks. */
  private int[] sentenceEnd = new int[64];

  private boolean[] asks = new boolean[64];
  private int sentences;

  private int[] phrase = new int[256];
  private int[] from = new int[256];
  private int[] to = new int[256];
  private int hits;

  /**
   * @param cache of the phrases' words; texts of one thread may share it
   */
  AdviceText(Phrases phrases, WordCache cache) {
    this.tree = phrases.tree();
    this.cache = cache;
  }

  static char fold(char c) {
    if (c >= 'A' && c <= 'Z') {
      return (char) (c | 0x20);
    }
    if (c < 128) {
      return c;
    }
    if (c == '\u2019' || c == '\u2018' || c == '\u02BC') {
      return '\'';
    }
    return Character.toLowerCase(c);
  }

  static boolean isWord(char c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '\'';
    }
    return Character.isLetterOrDigit(c);
  }

  static boolean isSymbol(char c) {
    return c == '%' || c == '$' || c == '\u00B0' || c == '\u00A3' || c == '\u20AC';
  }

  /** Numbers end where letters begin: {@code 20ml}. */
  static boolean cutsBetween(char before, char c) {
    return before >= '0' && before <= '9' && c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads {@code text[from, to)}; places count from the start of the text. */
  void read(String text, int begin, int limit) {
    base = begin;
    words = 0;
    sentences = 0;
    hits = 0;
    lineStart = 0;
    inBrackets = false;
    equates = false;
    length = limit - begin;
    if (chars.length < length + 1) {
      chars = new char[Math.max(length + 1, chars.length * 2)];
    }
    text.getChars(begin, limit, chars, 0);
    for (int i = 0; i < length; i++) {
      chars[i] = fold(chars[i]);
    }
    chars[length] = ' ';
    cut(length, begin);
    closeSentence(false);
    findPhrases();
  }

  private void cut(int length, int base) {
    byte gap = SENTENCE;
    boolean inQuotes = false;
    int i = 0;
    while (i < length && words < MAX_WORDS) {
      char c = chars[i];
      if (isWord(c) && c != '\''
          || c == '\'' && isWord(chars[i + 1]) && i > 0 && isWord(chars[i - 1])) {
        int j = i + 1;
        while (isWordAt(j, length) && !cutsBetween(chars[j - 1], chars[j])) {
          j++;
        }
        word(i, j, base, gap, inQuotes);
        gap = NONE;
        i = j;
        continue;
      }
      if (isSymbol(c)) {
        word(i, i + 1, base, gap, inQuotes);
        gap = NONE;
      } else if (c == '"' || c == '\u201C' || c == '\u201D') {
        inQuotes = c == '\u201C' || c == '"' && !inQuotes;
      } else if (c == ':' && i + 2 < length && chars[i + 1] == '/' && chars[i + 2] == '/') {
        gap = (byte) Math.max(gap, dropScheme(i));
        i = endOfAddress(i, length);
        continue;
      } else {
        gap = (byte) Math.max(gap, gapOf(i, length));
      }
      i++;
    }
  }

  /**
   * Takes back the word that ends at a colon, "https"; what stood before it stands before the next.
   */
  private byte dropScheme(int colon) {
    if (words == 0 || end[words - 1] - base != colon) {
      return NONE;
    }
    words--;
    return boundary[words];
  }

  /** The words of a web address say nothing; the stop after it ends the sentence. */
  private int endOfAddress(int colon, int length) {
    int i = colon;
    while (i < length && chars[i] > ' ' && "<>()[]\"`".indexOf(chars[i]) < 0) {
      i++;
    }
    while (i > colon + 1 && ".,;:!?'".indexOf(chars[i - 1]) >= 0) {
      i--;
    }
    return i;
  }

  private boolean isWordAt(int j, int length) {
    if (j >= length) {
      return false;
    }
    char c = chars[j];
    if (c == '\'') {
      return j + 1 < length && isWord(chars[j + 1]) && chars[j + 1] != '\'';
    }
    if (isWord(c)) {
      return true;
    }
    // 3.5 and 1,000 are one word.
    return (c == '.' || c == ',')
        && isDigit(chars[j - 1])
        && j + 1 < length
        && isDigit(chars[j + 1]);
  }

  private byte gapOf(int i, int length) {
    char c = chars[i];
    return switch (c) {
      case '.', '!' ->
          i + 1 >= length || chars[i + 1] <= ' ' || chars[i + 1] == '"' || chars[i + 1] == ')'
              ? SENTENCE
              : NONE;
      case '?' -> {
        closeSentence(true);
        yield SENTENCE;
      }
      case '\n' -> endsLine(i, length) ? SENTENCE : NONE;
      case '=' -> equation(i, length);
      case ',' -> SOFT;
      case ';', ':', '\u2013', '\u2014' -> HARD;
      case '(' -> bracket(i);
      case ')' -> inBrackets ? closed() : NONE;
      case '-' ->
          i > 0 && chars[i - 1] == ' ' && chars[i + 1] == ' ' || chars[i + 1] == '-' ? HARD : NONE;
      default -> NONE;
    };
  }

  private byte equation(int i, int length) {
    int at = i + 1;
    while (at < length && (chars[at] == ' ' || isSymbol(chars[at]))) {
      at++;
    }
    equates |= at < length && isDigit(chars[at]);
    return NONE;
  }

  /** A bracket within a word, as in 401(k), is none. */
  private byte bracket(int i) {
    inBrackets = i == 0 || chars[i - 1] <= ' ';
    return inBrackets ? HARD : NONE;
  }

  private byte closed() {
    inBrackets = false;
    return HARD;
  }

  /** A long line that a letter follows may be broken within its sentence; others are items. */
  private boolean endsLine(int i, int length) {
    int line = i - lineStart;
    lineStart = i + 1;
    boolean letter = i + 1 < length && chars[i + 1] >= 'a' && chars[i + 1] <= 'z';
    return !letter || line < LONG_LINE;
  }

  private void word(int from, int to, int base, byte gap, boolean inQuotes) {
    if (words == start.length) {
      int size = words * 2;
      start = Arrays.copyOf(start, size);
      end = Arrays.copyOf(end, size);
      boundary = Arrays.copyOf(boundary, size);
      quoted = Arrays.copyOf(quoted, size);
      terms = Arrays.copyOf(terms, size);
    }
    if (gap == SENTENCE) {
      closeSentence(false);
    }
    start[words] = base + from;
    end[words] = base + to;
    boundary[words] = gap;
    quoted[words] = inQuotes;
    terms[words++] = cache.terms(chars, from, to);
  }

  private void closeSentence(boolean question) {
    int before = sentences == 0 ? 0 : sentenceEnd[sentences - 1];
    if (words == before) {
      return;
    }
    if (sentences == sentenceEnd.length) {
      sentenceEnd = Arrays.copyOf(sentenceEnd, sentences * 2);
      asks = Arrays.copyOf(asks, sentences * 2);
    }
    sentenceEnd[sentences] = words;
    asks[sentences++] = question;
  }

  private void findPhrases() {
    for (int word = 0; word < words; word++) {
      int before = hits;
      for (int term : terms[word]) {
        int node = tree.start(term);
        if (node >= 0) {
          walk(node, word, word);
        }
      }
      if (hits - before > 1) {
        longestFirst(before);
      }
    }
  }

  /** Follows the phrases that begin with the words {@code first} to {@code last}, in one clause. */
  private void walk(int node, int first, int last) {
    int ended = tree.phraseAt(node);
    if (ended >= 0) {
      hit(ended, first, last);
    }
    int next = last + 1;
    if (!tree.goesOn(node) || next >= words || boundary[next] >= HARD) {
      return;
    }
    for (int term : terms[next]) {
      int child = tree.child(node, term);
      if (child >= 0) {
        walk(child, first, next);
      }
    }
  }

  /** Sorts the hits of one word; they are few. */
  private void longestFirst(int begin) {
    for (int i = begin + 1; i < hits; i++) {
      int one = phrase[i];
      int last = to[i];
      int at = i;
      while (at > begin && to[at - 1] < last) {
        phrase[at] = phrase[at - 1];
        to[at] = to[at - 1];
        at--;
      }
      phrase[at] = one;
      to[at] = last;
    }
  }

  private void hit(int candidate, int first, int last) {
    if (hits == phrase.length) {
      int size = hits * 2;
      phrase = Arrays.copyOf(phrase, size);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
    }
    phrase[hits] = candidate;
    from[hits] = first;
    to[hits++] = last;
  }

  /** Whether a number stands behind an equals sign. */
  boolean equates() {
    return equates;
  }

  int words() {
    return words;
  }

  /** First UTF-16 unit of a word in the text. */
  int start(int word) {
    return start[word];
  }

  /** One past the last unit of a word. */
  int end(int word) {
    return end[word];
  }

  /** Whether a word is a doing, such as "crushing"; "bring" and "string" are none. */
  boolean endsWithIng(int word) {
    int stem = end[word] - base - 3;
    if (stem < start[word] - base + 2
        || chars[stem] != 'i'
        || chars[stem + 1] != 'n'
        || chars[stem + 2] != 'g') {
      return false;
    }
    for (int i = start[word] - base; i < stem; i++) {
      if ("aeiouy".indexOf(chars[i]) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What stands before a word. */
  byte boundary(int word) {
    return boundary[word];
  }

  /** Whether a word stands between quotation marks. */
  boolean quoted(int word) {
    return quoted[word];
  }

  int sentences() {
    return sentences;
  }

  int sentenceStart(int sentence) {
    return sentence == 0 ? 0 : sentenceEnd[sentence - 1];
  }

  int sentenceEnd(int sentence) {
    return sentenceEnd[sentence];
  }

  /** Characters of what was read, in lower case. */
  int length() {
    return length;
  }

  char charAt(int at) {
    return chars[at];
  }

  /** Where a word starts and ends among the characters of what was read. */
  int offset(int word) {
    return start[word] - base;
  }

  int offsetOfEnd(int word) {
    return end[word] - base;
  }

  /** Whether a sentence ends with a question mark. */
  boolean asks(int sentence) {
    return asks[sentence];
  }

  /** How many phrases were found. */
  int hits() {
    return hits;
  }

  /** The first hit that begins at a word or later. */
  int firstHit(int word) {
    int low = 0;
    int high = hits;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The phrase of a hit. */
  int phrase(int hit) {
    return phrase[hit];
  }

  /** First word of a hit; hits are in this order, longer phrases first. */
  int from(int hit) {
    return from[hit];
  }

  /** Last word of a hit. */
  int to(int hit) {
    return to[hit];
  }

  /** The number that a word is, or NaN. */
  double number(String text, int word) {
    String digits = text.substring(start[word], end[word]);
    if (digits.isEmpty() || !isDigit(digits.charAt(0)) || digits.length() > 12) {
      return Double.NaN;
    }
    int comma = digits.lastIndexOf(',');
    String plain =
        comma >= 0 && digits.length() - comma == 4
            ? digits.replace(",", "")
            : digits.replace(',', '.');
    try {
      return Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
