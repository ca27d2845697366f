package dev.assay.internal.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names findings by what they are, not by where they stand, so that a row inserted above changes no
 * other alert: rule, content of the record and evidence. Equal findings are numbered in the order
 * of the input.
 */
final class Fingerprints {
  private static final int BYTES = 8;

  private final MessageDigest sha256;
  private final IdentityHashMap<KeptFinding, Integer> numbers = new IdentityHashMap<>();

  Fingerprints(List<KeptFinding> findings) {
    this.sha256 = sha256();
    List<KeptFinding> ordered = new ArrayList<>(findings);
    ordered.sort(KeptFinding.INPUT_ORDER);
    Map<String, Integer> seen = new HashMap<>();
    for (KeptFinding finding : ordered) {
      numbers.put(finding, seen.merge(content(finding), 1, Integer::sum));
    }
  }

  /** One finding among all, as GitHub tracks an alert. */
  String alert(KeptFinding finding) {
    return content(finding) + ":" + numbers.getOrDefault(finding, 1);
  }

  /** The same rule and evidence, in whatever record. */
  String match(KeptFinding finding) {
    return hash(finding.rule().id(), finding.evidence().plain());
  }

  /** Anything that has a name of its own. */
  String of(String... parts) {
    return hash(parts);
  }

  private String content(KeptFinding finding) {
    String record = finding.hash().isEmpty() ? finding.uri() + ":" + finding.row() : finding.hash();
    return hash(finding.rule().id(), record, finding.evidence().plain());
  }

  private String hash(String... parts) {
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
