package dev.assay.internal.report;

import dev.assay.triage.BaselineUse;
import dev.assay.triage.Suppression;
import dev.assay.triage.SuppressionUse;
import dev.assay.triage.Triage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What baseline and suppressions make of a scan, for programs and for people. */
final class SummaryTriage {
  private static final int LISTED = 100;
  private static final int LONGEST = 1000;

  private SummaryTriage() {}

  /** Nothing where neither was given. */
  static void write(Json json, @Nullable Triage triage) throws IOException {
    if (triage == null) {
      return;
    }
    BaselineUse baseline = triage.baseline();
    if (baseline != null) {
      json.open("baseline");
      json.put("known", baseline.known()).put("new", baseline.fresh());
      json.put("gone", baseline.gone()).end();
    }
    List<SuppressionUse> uses = triage.suppressions();
    if (uses != null) {
      json.open("suppressions").put("records", triage.suppressed());
      json.put("total", uses.size()).openList("first");
      for (SuppressionUse use : uses.subList(0, Math.min(LISTED, uses.size()))) {
        use(json, use);
      }
      json.endList().end();
    }
    json.open("judged");
    json.put("scanned", triage.judged().scanned()).put("suspect", triage.judged().suspect());
    json.putFigure("fraction", triage.judged().suspectFraction());
    SummaryReport.contamination(json, triage.contamination());
    json.end();
  }

  private static void use(Json json, SuppressionUse use) throws IOException {
    Suppression one = use.suppression();
    json.open().put("place", one.place());
    json.put("state", use.state().name().toLowerCase(Locale.ROOT));
    json.put("matched", use.matched()).put("max", one.max());
    json.putIfAny("fingerprint", one.fingerprint()).putIfAny("rule", one.rule());
    json.putIfAny("path", one.path());
    json.putIfAny("family", one.family() == null ? null : one.family().id());
    json.put("reason", Excerpt.of(one.reason(), LONGEST).plain());
    json.put("owner", Excerpt.of(one.owner()).plain());
    json.put("expires", one.expires().toString()).end();
  }

  /** Of the suspect records, which are not new; empty where nothing is known. */
  static String rows(@Nullable Triage triage) {
    if (triage == null) {
      return "";
    }
    StringBuilder said = new StringBuilder();
    BaselineUse baseline = triage.baseline();
    if (baseline != null) {
      said.append(Numbers.count(baseline.fresh())).append(" new, ");
      said.append(Numbers.count(baseline.known())).append(" known");
    }
    if (triage.suppressions() != null) {
      said.append(said.isEmpty() ? "" : ", ");
      said.append(Numbers.count(triage.suppressed())).append(" suppressed");
    }
    return said.toString();
  }
}
