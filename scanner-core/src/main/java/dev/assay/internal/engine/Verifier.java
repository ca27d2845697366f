package dev.assay.internal.engine;

import dev.assay.internal.code.CodeHit;
import dev.assay.internal.code.CodePattern;
import dev.assay.internal.match.Span;
import dev.assay.signal.FlowStep;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides, for a candidate whose query holds, where the rule matches. */
interface Verifier {
  /** Most signals of one rule in one text; the rest is dropped, the record is suspect anyway. */
  int MOST = 20;

  /** Receives evidence. */
  interface Sink {
    /** A place in the turn where the rule matches. */
    void add(int start, int end, List<FlowStep> flow);
  }

  /** Hands each place to the sink. */
  Outcome verify(int rule, ScopedText text, Sink sink);

  /** The query is enough: its first place is the evidence. */
  final class ByQuery implements Verifier {
    @Override
    public Outcome verify(int rule, ScopedText text, Sink sink) {
      Span place = text.queryPlace(rule);
      sink.add(place.start(), place.end(), List.of());
      return Outcome.MATCHED;
    }
  }

  /** The code must hold the pattern. */
  final class ByCode implements Verifier {
    private final Supplier<CodePattern> compiler;
    private volatile @Nullable CodePattern pattern;

    ByCode(Map<String, Object> tree) {
      this.compiler = () -> CodePattern.compile(tree);
    }

    CodePattern pattern() {
      CodePattern compiled = pattern;
      if (compiled == null) {
        compiled = compiler.get();
        pattern = compiled;
      }
      return compiled;
    }

    @Override
    public Outcome verify(int rule, ScopedText text, Sink sink) {
      List<CodeHit> hits = pattern().match(text.code());
      for (CodeHit hit : hits.subList(0, Math.min(hits.size(), MOST))) {
        sink.add(hit.start(), hit.end(), hit.flow());
      }
      return hits.isEmpty() ? new Outcome(Explanation.Step.CODE, "") : Outcome.MATCHED;
    }
  }
}
