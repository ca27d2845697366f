package dev.assay.internal.report;

import dev.assay.report.SarifOptions.Profile;
import dev.assay.triage.BaselineEntry;
import dev.assay.triage.Standing;
import dev.assay.triage.Suppression;
import dev.assay.triage.Triage;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the results, in SARIF's terms. Where one result has a state against the
 * baseline, or suppressions, all of the run have them (SARIF 2.1.0, sections 3.27.23 and 3.27.24).
 */
final class SarifTriage {
  private static final int LONGEST = 1000;

  private final @Nullable Triage triage;
  private final Profile profile;

  SarifTriage(@Nullable Triage triage, Profile profile) {
    this.triage = triage;
    this.profile = profile;
  }

  /** The findings that the profile shows: new ones first, then in the order given. */
  List<KeptFinding> shown(List<KeptFinding> findings) {
    if (triage == null) {
      return findings;
    }
    List<KeptFinding> shown = new ArrayList<>();
    List<KeptFinding> others = new ArrayList<>();
    for (KeptFinding finding : findings) {
      switch (triage.standing(finding.ordinal(), finding.index())) {
        case NEW -> shown.add(finding);
        case KNOWN -> others.add(finding);
        case SUPPRESSED -> {
          if (profile == Profile.FULL) {
            others.add(finding);
          }
        }
      }
    }
    shown.addAll(others);
    return shown;
  }

  void finding(Json json, KeptFinding finding) throws IOException {
    if (triage != null) {
      state(json, triage.isKnown(finding.ordinal(), finding.index()));
      Suppression by = triage.suppression(finding.ordinal(), finding.index());
      suppressions(json, by == null ? List.of() : List.of(by));
    }
  }

  /** The gate's own result: new whenever it does not pass. */
  void gate(Json json, boolean passed) throws IOException {
    state(json, passed);
    suppressions(json, List.of());
  }

  private void state(Json json, boolean known) throws IOException {
    if (triage != null && triage.baseline() != null) {
      json.put("baselineState", known ? "unchanged" : "new");
    }
  }

  private void suppressions(Json json, List<Suppression> suppressions) throws IOException {
    if (triage == null || triage.suppressions() == null || profile == Profile.GITHUB) {
      return;
    }
    json.openList("suppressions");
    for (Suppression one : suppressions) {
      json.open().put("kind", "external").put("status", "accepted");
      json.put("justification", Excerpt.of(one.reason(), LONGEST).sarif());
      json.open("properties").put("owner", Excerpt.of(one.owner()).plain());
      json.put("expires", one.expires().toString()).put("place", one.place()).end().end();
    }
    json.endList();
  }

  /** Findings of the baseline that are gone: results without a place, for they have none. */
  void absent(Json json, GzipMeter meter) throws IOException {
    if (triage == null || triage.baseline() == null || profile == Profile.GITHUB) {
      return;
    }
    for (BaselineEntry entry : triage.baseline().absent()) {
      json.flush();
      if (meter.size() > SarifResults.MAX_GZIPPED) {
        return;
      }
      json.openLine().put("ruleId", entry.rule()).put("level", "none").put("kind", "pass");
      json.put("baselineState", "absent").put("occurrenceCount", entry.count());
      json.open("message").put("text", "A finding of the baseline is not there any more.").end();
      suppressions(json, List.of());
      json.open("partialFingerprints").put("assay/findingHash/v1", entry.fingerprint()).end();
      json.endLine();
    }
  }

  /** Where the findings of triggers stand: a cluster is told in one result. */
  Clusters clusters(List<KeptFinding> findings) {
    return new Clusters(findings);
  }

  /** What is known of clusters. */
  final class Clusters {
    private record Place(String uri, long row) {}

    private final Map<Place, Boolean> known = new HashMap<>();
    private final Map<Place, @Nullable Suppression> suppressed = new HashMap<>();

    private Clusters(List<KeptFinding> findings) {
      if (triage != null) {
        for (KeptFinding finding : findings) {
          Place place = new Place(finding.uri(), finding.row());
          boolean isKnown = triage.isKnown(finding.ordinal(), finding.index());
          known.merge(place, isKnown, Boolean::logicalAnd);
          if (triage.standing(finding.ordinal(), finding.index()) == Standing.SUPPRESSED) {
            suppressed.put(place, triage.suppression(finding.ordinal(), finding.index()));
          }
        }
      }
    }

    /** Whether the profile shows it. */
    boolean shown(TriggerCluster trigger) {
      return profile == Profile.FULL || !isSuppressed(trigger);
    }

    private boolean isSuppressed(TriggerCluster trigger) {
      return trigger.members().stream()
          .allMatch(member -> suppressed.containsKey(new Place(member.uri(), member.row())));
    }

    void write(Json json, TriggerCluster trigger) throws IOException {
      state(
          json,
          trigger.members().stream()
              .allMatch(m -> known.getOrDefault(new Place(m.uri(), m.row()), false)));
      List<Suppression> by = new ArrayList<>();
      if (isSuppressed(trigger)) {
        for (TriggerCluster.Member member : trigger.members()) {
          Suppression one = suppressed.get(new Place(member.uri(), member.row()));
          if (one != null && !by.contains(one)) {
            by.add(one);
          }
        }
      }
      suppressions(json, by);
    }
  }
}
