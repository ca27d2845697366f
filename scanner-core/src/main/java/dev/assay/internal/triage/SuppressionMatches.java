package dev.assay.internal.triage;

import dev.assay.internal.source.NameGlob;
import dev.assay.internal.triage.Ledger.Held;
import dev.assay.rule.Rule;
import dev.assay.triage.Suppression;
import dev.assay.triage.SuppressionUse;
import dev.assay.triage.SuppressionUse.State;
import dev.assay.triage.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which suppressions match which findings. Each is counted by itself, whatever others match the
 * same: one that expired or matches too much is told of even where another still holds.
 */
final class SuppressionMatches {
  private final Map<Suppression, SuppressionUse> uses = new LinkedHashMap<>();
  private final Map<String, List<Suppression>> byFingerprint = new HashMap<>();
  private final List<Suppression> wide = new ArrayList<>();
  private final Map<Suppression, NameGlob> globs = new HashMap<>();

  private SuppressionMatches() {}

  static SuppressionMatches of(
      List<Suppression> suppressions, LocalDate today, Collection<Held> held) {
    SuppressionMatches matches = new SuppressionMatches();
    Map<Suppression, Long> matched = new LinkedHashMap<>();
    for (Suppression suppression : suppressions) {
      matches.index(suppression);
      matched.put(suppression, 0L);
    }
    for (Held one : held) {
      for (int i = 0; i < one.prints().size(); i++) {
        for (Suppression suppression : matches.candidates(one, i)) {
          if (matches.matches(suppression, one, i)) {
            matched.merge(suppression, 1L, Long::sum);
          }
        }
      }
    }
    matched.forEach(
        (suppression, count) ->
            matches.uses.put(
                suppression,
                new SuppressionUse(suppression, count, state(suppression, today, count))));
    return matches;
  }

  private void index(Suppression suppression) {
    if (suppression.path() != null) {
      globs.put(suppression, NameGlob.of(suppression.path()));
    }
    String fingerprint = suppression.fingerprint();
    if (fingerprint == null) {
      wide.add(suppression);
    } else {
      byFingerprint.computeIfAbsent(fingerprint, f -> new ArrayList<>()).add(suppression);
    }
  }

  /** Those that may match a finding, the most exact first. */
  private List<Suppression> candidates(Held one, int finding) {
    List<Suppression> exact =
        byFingerprint.getOrDefault(one.prints().get(finding).fingerprint(), List.of());
    if (exact.isEmpty()) {
      return wide;
    }
    List<Suppression> all = new ArrayList<>(exact);
    all.addAll(wide);
    return all;
  }

  private static State state(Suppression suppression, LocalDate today, long matched) {
    if (today.isAfter(suppression.expires())) {
      return State.EXPIRED;
    }
    if (matched == 0) {
      return State.UNUSED;
    }
    return matched > suppression.max() ? State.EXCEEDED : State.USED;
  }

  /** The suppression that hides the finding, the most exact first; null if none does. */
  @Nullable Suppression holding(Held one, int finding) {
    for (Suppression suppression : candidates(one, finding)) {
      SuppressionUse use = uses.get(suppression);
      if (use != null && use.state() == State.USED && matches(suppression, one, finding)) {
        return suppression;
      }
    }
    return null;
  }

  /** In the order of the file. */
  List<SuppressionUse> uses() {
    return List.copyOf(uses.values());
  }

  private boolean matches(Suppression suppression, Held one, int finding) {
    Rule rule = one.record().findings().get(finding).rule();
    String wanted = suppression.rule();
    NameGlob glob = globs.get(suppression);
    return one.prints().get(finding).weight() == Weight.COUNTED
        && (suppression.fingerprint() == null
            || suppression.fingerprint().equals(one.prints().get(finding).fingerprint()))
        && (wanted == null || rule.id().equals(wanted) || rule.aliases().contains(wanted))
        && (suppression.family() == null || suppression.family() == rule.family())
        && (glob == null || glob.matches(one.record().uri()));
  }
}
