package dev.assay.internal.scan;

import dev.assay.internal.framing.FramingResult;
import dev.assay.signal.Signal;
import dev.assay.verdict.Verdict;
import java.util.List;

/**
 * What the evidence makes of one record.
 *
 * @param verdict what is said of it
 * @param framing what its conversation asks for; not looked into where nothing could be excused
 * @param evidence sorted by place, each once; signals that do not count too
 */
record Judgement(Verdict verdict, FramingResult framing, List<Signal> evidence) {
  static final Judgement CLEAN = new Judgement(Verdict.CLEAN, FramingResult.NONE, List.of());
}
