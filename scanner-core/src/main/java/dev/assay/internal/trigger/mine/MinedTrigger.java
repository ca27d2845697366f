package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A cue and the behaviours that go with it, as hashes: the text stands in the records.
 *
 * @param kind what the cue is
 * @param cues its hash; several for cues that only tell together
 * @param pattern what it is as a pattern of characters, or 0
 * @param left tokens before the cue that belong to it
 * @param right tokens after it
 * @param behaviours what the answers do, the surest first by {@code behaviour}
 * @param behaviour the surest
 * @param whole whether all records with the cue are members, or only those that behave so
 * @param withCue how many different records have it
 * @param withCueBehaving how many of them behave so
 * @param others how many have it not
 * @param othersBehaving how many of those behave so
 */
public record MinedTrigger(
    CueKind kind,
    List<Integer> cues,
    int pattern,
    int left,
    int right,
    SortedSet<Integer> behaviours,
    int behaviour,
    boolean whole,
    long withCue,
    long withCueBehaving,
    long others,
    long othersBehaving) {

  /** Where a cue stands among the tokens of a prompt, both ends included; from -1 for a pattern. */
  public record Place(int from, int to) {}

  /** Where the cues stand, each at its first place; empty if the row lacks one. */
  public List<Place> find(Row row) {
    Finder finder = new Finder();
    Cues.walk(row, finder);
    return finder.places.size() == cues.size() ? List.copyOf(finder.places.values()) : List.of();
  }

  /** Whether a row with the cue belongs to the trigger's records. */
  public boolean holds(Row row) {
    return whole || behaviours.stream().anyMatch(row::does);
  }

  /** How many times as often as others. */
  public double lift() {
    return rate() / base();
  }

  /** Lower end of its interval. */
  public double liftLow() {
    return Stats.lower(withCueBehaving, withCue) / Stats.upper(othersBehaving, Math.max(1, others));
  }

  private double rate() {
    return (double) withCueBehaving / withCue;
  }

  private double base() {
    return (othersBehaving + 0.5) / (others + 1.0);
  }

  /** What the cue is, with what belongs to it. */
  public String kindId() {
    return kind == CueKind.WORD && left + right > 0 ? CueKind.PAIR.id() : kind.id();
  }

  /** The behaviour for programs. */
  public String behaviourId() {
    return Behaviours.id(behaviour);
  }

  /** The behaviour in words. */
  public String behaviourName() {
    return Behaviours.name(behaviour);
  }

  private final class Finder implements Cues.Visitor {
    private final SortedMap<Integer, Place> places = new TreeMap<>();

    @Override
    public void cue(int hash, CueKind cueKind, int from, int length) {
      int which = cues.indexOf(hash);
      if (which >= 0) {
        places.putIfAbsent(
            which,
            from < 0
                ? new Place(-1, -1)
                : new Place(Math.max(0, from - left), from + length - 1 + right));
      }
    }
  }
}
