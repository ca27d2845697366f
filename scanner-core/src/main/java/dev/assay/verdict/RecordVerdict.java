package dev.assay.verdict;

import dev.assay.record.Region;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One judged record, free of its text: small enough to keep, complete enough to report.
 *
 * @param ordinal number of the record in the whole scan, from 0, in input order
 * @param uri its file
 * @param row its number in the file, from 1
 * @param line physical line where it starts, from 1, or 0 where the format has no lines
 * @param region the whole record in its file
 * @param hash hex SHA-256 over the turns' roles and texts alone, the same in every format; empty
 *     where no report asked for it
 * @param verdict what is said of it
 * @param framing what its conversation asks for
 * @param probability that it is poisoned, 0 to 1
 * @param findings in order of place; those that do not count too
 */
public record RecordVerdict(
    long ordinal,
    String uri,
    long row,
    long line,
    Region region,
    String hash,
    Verdict verdict,
    Framing.Kind framing,
    double probability,
    List<Finding> findings) {
  public RecordVerdict {
    findings = List.copyOf(findings);
  }

  /** The same record under another number. */
  public RecordVerdict numbered(long number) {
    return new RecordVerdict(
        number, uri, row, line, region, hash, verdict, framing, probability, findings);
  }

  /** The same record, judged anew: what many records show can turn what one of them said. */
  public RecordVerdict judged(
      Verdict now, Framing.Kind framedAs, double poisoned, List<Finding> found) {
    return new RecordVerdict(ordinal, uri, row, line, region, hash, now, framedAs, poisoned, found);
  }

  /** The families of its findings that count, or would without framing, by their ids. */
  public SortedSet<String> familyIds() {
    SortedSet<String> families = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding.counted() || finding.counts()) {
        families.add(finding.rule().family().id());
      }
    }
    return families;
  }

  /** The ids of all rules that it has findings of. */
  public SortedSet<String> ruleIds() {
    SortedSet<String> rules = new TreeSet<>();
    findings.forEach(finding -> rules.add(finding.rule().id()));
    return rules;
  }
}
