package dev.assay.internal.code.pattern;

import dev.assay.internal.text.CharFold;
import dev.assay.internal.text.Rarity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that must stand in code for a pattern to hold, besides its anchors: sets of them, of each
 * of which one must stand. Read off the pattern as written; what is not understood asks for
 * nothing. So most code is done with before it is analysed.
 */
final class RequiredWords {
  /** A larger set stands nearly everywhere, and costs more than it saves. */
  private static final int MOST = 80;

  private static final String EXCEPTION = "exception";

  /** Of values that no word tells. */
  private static final Set<String> SILENT_SOURCES =
      Set.of("param", "handler-param", "typed-param", "unknown", "member");

  /** What an exception is caught with, in any language. */
  private static final Set<String> CATCHES = Set.of("except", "catch", "rescue");

  private final List<Set<String>> sets = new ArrayList<>();

  private RequiredWords() {}

  /** The sets of a pattern that compiles. */
  static List<Set<String>> of(Map<?, ?> pattern) {
    RequiredWords words = new RequiredWords();
    words.pattern(pattern);
    return words.sets.stream().distinct().toList();
  }

  private void pattern(Map<?, ?> pattern) {
    alternatives(pattern.get("any"), RequiredWords::ofAlternative);
    arguments(pattern.get("arg"));
    for (String key :
        new String[] {"value", "key", "return", "assert", "result", "on", "left", "right"}) {
      if (pattern.get(key) instanceof Map<?, ?> value) {
        value(value);
      }
    }
    for (String key : new String[] {"file", "function"}) {
      if (pattern.get(key) instanceof Map<?, ?> scope) {
        paths(scope.get("has"));
        paths(scope.get("imports"));
      }
    }
  }

  private static List<Set<String>> ofAlternative(Map<?, ?> pattern) {
    RequiredWords words = new RequiredWords();
    words.add(Finders.compile("any", pattern).anchors());
    words.pattern(pattern);
    return words.sets;
  }

  private static List<Set<String>> ofValue(Map<?, ?> value) {
    RequiredWords words = new RequiredWords();
    words.value(value);
    return words.sets;
  }

  private void value(Map<?, ?> value) {
    paths(value.get("call"));
    arguments(value.get("arg"));
    sources(Spec.strings("from", value.get("from")));
    if (value.get("all") instanceof List<?> all) {
      all.forEach(this::anyValue);
    }
    alternatives(value.get("any"), RequiredWords::ofValue);
    for (String key :
        new String[] {"item", "first", "receiver", "operand", "star", "value", "hole"}) {
      if (value.get(key) instanceof Map<?, ?> inner) {
        value(inner);
      }
    }
  }

  private void sources(List<String> sources) {
    if (sources.stream().anyMatch(SILENT_SOURCES::contains)) {
      return;
    }
    List<String> paths = sources.stream().filter(source -> !source.equals(EXCEPTION)).toList();
    Set<String> words = new LinkedHashSet<>();
    if (paths.size() < sources.size()) {
      words.addAll(CATCHES);
    }
    Set<String> ofPaths = Finders.anchors(NamedSets.paths("from", paths));
    if (!paths.isEmpty() && ofPaths.isEmpty()) {
      return;
    }
    words.addAll(ofPaths);
    add(words);
  }

  private void anyValue(@Nullable Object written) {
    if (written instanceof Map<?, ?> map) {
      value(map);
    } else if (written instanceof Boolean flag) {
      sets.add(flag ? Set.of("true", "True", "TRUE") : Set.of("false", "False", "FALSE"));
    }
  }

  /** Places with names alone need one of them; what stands there needs its own words. */
  private void arguments(@Nullable Object written) {
    if (written instanceof Map<?, ?> places) {
      places.forEach(
          (place, value) -> {
            String[] parts = String.valueOf(place).split("[/|]");
            add(names(parts));
            anyValue(value);
          });
    }
  }

  private static Set<String> names(String[] parts) {
    Set<String> names = new LinkedHashSet<>();
    for (String part : parts) {
      if (part.isEmpty() || part.equals("*") || Character.isDigit(part.charAt(0))) {
        return Set.of();
      }
      names.add(Finders.longestWord(part));
    }
    return names;
  }

  private void paths(@Nullable Object written) {
    if (written != null) {
      add(Finders.anchors(NamedSets.paths("", Spec.strings("", written))));
    }
  }

  private void add(Set<String> words) {
    if (!words.isEmpty() && words.size() <= MOST && !words.contains("")) {
      sets.add(words);
    }
  }

  /** Works out the sets of one alternative. */
  private interface Reader {
    List<Set<String>> read(Map<?, ?> alternative);
  }

  /**
   * Of alternatives each must ask for something: what the rarest set of each asks for, together.
   */
  private void alternatives(@Nullable Object written, Reader reader) {
    if (!(written instanceof List<?> list)) {
      return;
    }
    Set<String> union = new LinkedHashSet<>();
    for (Object item : list) {
      Set<String> rarest = Set.of();
      if (item instanceof Map<?, ?> map) {
        for (Set<String> set : reader.read(map)) {
          rarest = rarest.isEmpty() || cost(set) < cost(rarest) ? set : rarest;
        }
      }
      if (rarest.isEmpty()) {
        return;
      }
      union.addAll(rarest);
    }
    add(union);
  }

  private static double cost(Set<String> words) {
    return words.stream().mapToDouble(word -> Rarity.ofWord(CharFold.fold(word))).sum();
  }
}
