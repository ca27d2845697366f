package dev.assay.verdict;

import dev.assay.rule.Family;
import dev.assay.signal.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the evidence makes of one record.
 *
 * @param verdict what is said of it
 * @param framing why it shows what it shows
 * @param signals all evidence, sorted by turn, place and rule; those below the policy's bar too
 * @param probability that the record is poisoned, 0 to 1, from the calibration of the families seen
 */
public record Judgement(Verdict verdict, Framing framing, List<Signal> signals, double probability) {
  public Judgement {
    signals = List.copyOf(signals);
  }

  /** The families of the evidence that counts, in declaration order. */
  public Set<Family> families() {
    EnumSet<Family> families = EnumSet.noneOf(Family.class);
    for (Signal signal : signals) {
      if (signal.rule().counts()) {
        families.add(signal.rule().family());
      }
    }
    return families;
  }
}
