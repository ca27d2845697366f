package dev.assay.internal.code.pattern;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What arguments a call must have, and which it must lack. */
final class Arguments {
  private record Wanted(Place place, ValuePattern value) {}

  /** An argument's place: positions and names, any of them; {@code *} for all. */
  private record Place(List<Integer> positions, List<String> names, boolean any) {
    static Place of(String written) {
      List<Integer> positions = new ArrayList<>();
      List<String> names = new ArrayList<>();
      boolean any = written.equals("*");
      for (String part : written.split("[/|]")) {
        if (!part.isEmpty() && part.chars().allMatch(Character::isDigit) && part.length() < 4) {
          positions.add(Integer.parseInt(part));
        } else if (!any) {
          names.add(part);
        }
      }
      return new Place(positions, names, any);
    }
  }

  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Place> missing = new ArrayList<>();

  private Arguments() {}

  static Arguments compile(Spec spec) {
    Arguments arguments = new Arguments();
    if (spec.has("arg")) {
      for (Map.Entry<?, ?> entry : spec.map("arg").entrySet()) {
        String key = String.valueOf(entry.getKey());
        arguments.wanted.add(
            new Wanted(Place.of(key), Values.compile(spec.where("arg." + key), entry.getValue())));
      }
    }
    for (String key : spec.strings("missing")) {
      arguments.missing.add(Place.of(key));
    }
    return arguments;
  }

  boolean test(Match match, int call) {
    for (Place place : missing) {
      if (has(match.tree, call, place)) {
        return false;
      }
    }
    for (Wanted argument : wanted) {
      if (!any(match, call, argument)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(Match match, int call, Wanted argument) {
    Tree tree = match.tree;
    int position = 0;
    for (int child = tree.next(tree.first(call)); child != 0; child = tree.next(child)) {
      if (at(tree, child, position, argument.place)
          && argument.value.test(
              match, tree.kind(child) == Kind.KEYWORD ? tree.first(child) : child)) {
        return true;
      }
      position++;
    }
    return false;
  }

  private static boolean has(Tree tree, int call, Place place) {
    int position = 0;
    for (int child = tree.next(tree.first(call)); child != 0; child = tree.next(child)) {
      if (at(tree, child, position, place)
          || tree.kind(child) == Kind.STAR && tree.data(child) >= 2) {
        return true;
      }
      position++;
    }
    return false;
  }

  private static boolean at(Tree tree, int argument, int position, Place place) {
    if (place.any) {
      return true;
    }
    if (tree.kind(argument) == Kind.KEYWORD) {
      return place.names.contains(tree.word(tree.data(argument)));
    }
    return place.positions.contains(position);
  }
}
