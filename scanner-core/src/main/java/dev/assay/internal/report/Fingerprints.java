package dev.assay.internal.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names findings by what they are, not by where they stand, so that a row inserted above changes no
 * other alert: rule, content of the record and evidence. Equal findings are numbered in the order
 * of the input.
 */
final class Fingerprints {
  /** Hex digits that GitHub's own hashes have. */
  private static final int SHORT = 16;

  private final IdentityHashMap<KeptFinding, String> prints = new IdentityHashMap<>();
  private final IdentityHashMap<KeptFinding, Integer> numbers = new IdentityHashMap<>();

  Fingerprints(List<KeptFinding> findings) {
    List<KeptFinding> ordered = new ArrayList<>(findings);
    ordered.sort(KeptFinding.INPUT_ORDER);
    Map<String, Integer> seen = new HashMap<>();
    for (KeptFinding finding : ordered) {
      String print = FindingPrint.of(finding);
      prints.put(finding, print);
      numbers.put(finding, seen.merge(print, 1, Integer::sum));
    }
  }

  /** The finding's whole name, which its copies share: what baselines and suppressions hold. */
  String finding(KeptFinding finding) {
    String print = prints.get(finding);
    return print == null ? FindingPrint.of(finding) : print;
  }

  /** One finding among all, as GitHub tracks an alert. */
  String alert(KeptFinding finding) {
    return finding(finding).substring(0, SHORT) + ":" + numbers.getOrDefault(finding, 1);
  }

  /** The same rule and evidence, in whatever record. */
  String match(KeptFinding finding) {
    return of(finding.rule().id(), finding.evidence().plain());
  }

  /** Anything that has a name of its own. */
  String of(String... parts) {
    return FindingPrint.hash(parts).substring(0, SHORT);
  }
}
