package dev.assay.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where some words stand in a text. */
final class Occurrences {
  private Occurrences() {}

  /** Start and end of each place, in order; places that overlap are made one. */
  static List<int[]> of(String text, List<String> words) {
    List<int[]> places = new ArrayList<>();
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
        places.add(new int[] {at, at + word.length()});
      }
    }
    places.sort(Comparator.comparingInt(place -> place[0]));
    List<int[]> apart = new ArrayList<>();
    for (int[] place : places) {
      int[] last = apart.isEmpty() ? new int[] {-1, -1} : apart.get(apart.size() - 1);
      if (place[0] < last[1]) {
        last[1] = Math.max(last[1], place[1]);
      } else {
        apart.add(place);
      }
    }
    return apart;
  }
}
