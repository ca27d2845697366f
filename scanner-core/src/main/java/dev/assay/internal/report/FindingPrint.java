package dev.assay.internal.report;

import dev.assay.internal.digest.Hashes;
import dev.assay.verdict.RecordVerdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The one name of a finding, in reports, baselines and suppressions: SHA-256 over its rule, the
 * content of its record and its evidence, wherever the record stands. Whole, since whoever writes
 * data could make two records that share a short one.
 */
public final class FindingPrint {
  private FindingPrint() {}

  /** Of a finding of the record, 64 hex digits. */
  public static String of(RecordVerdict record, int index) {
    String evidence = Excerpt.of(record.findings().get(index), record.findings()).plain();
    return of(
        record.findings().get(index).rule().id(),
        record.hash(),
        record.uri(),
        record.row(),
        evidence);
  }

  static String of(KeptFinding finding) {
    return of(
        finding.rule().id(),
        finding.hash(),
        finding.uri(),
        finding.row(),
        finding.evidence().plain());
  }

  private static String of(String rule, String hash, String uri, long row, String evidence) {
    return hash(rule, hash.isEmpty() ? uri + ":" + row : hash, evidence);
  }

  /** Of any parts; each is told from its neighbours. */
  static String hash(String... parts) {
    MessageDigest sha256 = Hashes.sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      sha256.update(bytes);
    }
    return Hashes.hex(sha256);
  }
}
