package dev.assay.internal.code.flow;

import dev.assay.segment.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that say what a function, a type or a collection does with a value, by language; they stand
 * in the resource folder {@code words}.
 *
 * @param numeric functions whose result is a number, a truth or a text that no sender chooses
 * @param safeTypes types of parameters that hold no text of a sender
 * @param carriers functions whose result holds their arguments
 * @param collections calls that make a collection
 * @param membership methods of a collection that say whether it holds a value
 * @param fillFirst functions that put a value into what their first argument names
 * @param fillSecond functions that put a value into what their second argument names
 * @param fillRest functions that put values into what all arguments but the first name
 * @param allowListParts parts of names, in lower case, that stand for a list of what is allowed
 */
record Vocabulary(
    Set<String> numeric,
    Set<String> safeTypes,
    Set<String> carriers,
    Set<String> collections,
    Set<String> membership,
    Set<String> fillFirst,
    Set<String> fillSecond,
    Set<String> fillRest,
    List<String> allowListParts) {
  private static final Map<Language, Vocabulary> BY_LANGUAGE = load();

  static Vocabulary of(Language language) {
    Vocabulary found = BY_LANGUAGE.get(language);
    if (found == null) {
      throw new IllegalStateException("no words for " + language);
    }
    return found;
  }

  private static Map<Language, Vocabulary> load() {
    Map<String, List<String>> shared = WordLists.read("words", "any");
    Map<Language, Vocabulary> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String file = WordLists.fileOf(language);
      Map<String, List<String>> own = file.equals("any") ? Map.of() : WordLists.read("words", file);
      all.put(
          language,
          new Vocabulary(
              Set.copyOf(new HashSet<>(both("numeric", shared, own))),
              Set.copyOf(new HashSet<>(both("safe-types", shared, own))),
              Set.copyOf(new HashSet<>(both("carriers", shared, own))),
              Set.copyOf(new HashSet<>(both("collections", shared, own))),
              Set.copyOf(new HashSet<>(both("membership", shared, own))),
              Set.copyOf(new HashSet<>(both("fill-first", shared, own))),
              Set.copyOf(new HashSet<>(both("fill-second", shared, own))),
              Set.copyOf(new HashSet<>(both("fill-rest", shared, own))),
              List.copyOf(both("allow-list-parts", shared, own))));
    }
    return all;
  }

  private static List<String> both(
      String name, Map<String, List<String>> shared, Map<String, List<String>> own) {
    List<String> words = new ArrayList<>(shared.getOrDefault(name, List.of()));
    words.addAll(own.getOrDefault(name, List.of()));
    return words;
  }
}
