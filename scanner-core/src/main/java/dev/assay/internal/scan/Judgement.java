package dev.assay.internal.scan;

import dev.assay.internal.framing.FramingResult;
import dev.assay.rule.Family;
import dev.assay.signal.Signal;
import dev.assay.verdict.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the evidence makes of one record.
 *
 * @param verdict what is said of it
 * @param framing what its conversation asks for; not looked into where nothing could be excused
 * @param evidence sorted by place, each once; signals that do not count too
 */
record Judgement(Verdict verdict, FramingResult framing, List<Signal> evidence) {
  static final Judgement CLEAN = new Judgement(Verdict.CLEAN, FramingResult.NONE, List.of());

  /** Families of evidence that would make a record suspect, if the verdict says so. */
  Set<Family> suspectOf() {
    if (verdict != Verdict.SUSPECT) {
      return Set.of();
    }
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Signal signal : evidence) {
      if (signal.rule().counts()) {
        families.add(signal.rule().family());
      }
    }
    return families;
  }
}
