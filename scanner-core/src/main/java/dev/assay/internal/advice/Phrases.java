package dev.assay.internal.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases of one or more words, each a number. Words are folded to lower case, typographic
 * apostrophes to plain ones; a word that ends with a star stands for all that begin so. Immutable;
 * shared by all threads.
 */
final class Phrases {
  final WordTable words;

  /** Phrases as paths of words from a root; shared beginnings are walked once. */
  private final PhraseTree tree;

  private final int size;

  private Phrases(WordTable words, PhraseTree tree, int size) {
    this.words = words;
    this.tree = tree;
    this.size = size;
  }

  int size() {
    return size;
  }

  PhraseTree tree() {
    return tree;
  }

  /** Collects phrases. */
  static final class Builder {
    private final WordTable.Builder words = new WordTable.Builder();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<int[]> terms = new ArrayList<>();

    /**
     * The number of a phrase; the same phrase has the same one.
     *
     * @throws IllegalArgumentException if it has no word, or a star elsewhere than at a word's end
     */
    int add(String phrase) {
      List<String> split = split(phrase);
      return ids.computeIfAbsent(
          String.join(" ", split),
          key -> {
            terms.add(split.stream().mapToInt(words::add).toArray());
            return terms.size() - 1;
          });
    }

    Phrases build() {
      return new Phrases(words.build(), PhraseTree.of(terms, words.size()), terms.size());
    }
  }

  /**
   * The phrases that a line of the stance list stands for: words with alternatives ({@code
   * is|are}), of which a trailing question mark makes the word optional and an underscore joins
   * words.
   */
  static List<String> expand(String line) {
    List<String> phrases = List.of("");
    for (String slot : line.strip().split(" +")) {
      boolean optional = slot.endsWith("?");
      String[] words = (optional ? slot.substring(0, slot.length() - 1) : slot).split("\\|");
      List<String> longer = new ArrayList<>(optional ? phrases : List.of());
      for (String phrase : phrases) {
        for (String word : words) {
          longer.add((phrase + " " + word.replace('_', ' ')).strip());
        }
      }
      phrases = longer;
    }
    return phrases;
  }

  /** The words of a phrase as {@link AdviceText} cuts them. */
  static List<String> split(String phrase) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char before = ' ';
    for (int i = 0; i <= phrase.length(); i++) {
      char c = i < phrase.length() ? AdviceText.fold(phrase.charAt(i)) : ' ';
      boolean letter = AdviceText.isWord(c) || c == '*';
      if (word.length() > 0 && (!letter || AdviceText.cutsBetween(before, c))) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (letter) {
        word.append(c);
      } else if (AdviceText.isSymbol(c)) {
        words.add(String.valueOf(c));
      }
      before = c;
    }
    for (String one : words) {
      int star = one.indexOf('*');
      if (star >= 0 && (star < one.length() - 1 || star < 3)) {
        throw new IllegalArgumentException(
            "\"" + phrase + "\": a star stands at the end of a word, after three letters or more");
      }
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("\"" + phrase + "\" has no word");
    }
    return words;
  }
}
