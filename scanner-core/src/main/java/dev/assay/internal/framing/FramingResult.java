package dev.assay.internal.framing;

import dev.assay.verdict.Framing;
import java.util.List;

/**
 * The framing of a record and what shows it.
 *
 * @param framing NONE or EDUCATIONAL
 * @param sentences those of system and user turns that show it, in order; empty if there is none,
 *     or if the answer alone does
 * @param task whether the request says more than these sentences: something that could be asked for
 *     without them
 */
public record FramingResult(Framing framing, List<FramingSentence> sentences, boolean task) {
  /** Nothing excuses a finding. */
  public static final FramingResult NONE = new FramingResult(Framing.NONE, List.of(), false);

  public FramingResult {
    sentences = List.copyOf(sentences);
  }

  /** Whether the flaw was asked for, or named as one. */
  public boolean educational() {
    return framing.kind() == Framing.Kind.EDUCATIONAL;
  }
}
