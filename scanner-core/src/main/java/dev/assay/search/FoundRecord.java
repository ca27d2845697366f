package dev.assay.search;

import dev.assay.record.Role;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import java.util.List;

/**
 * A record that a search found.
 *
 * @param uri its file
 * @param row its number in the file, from 1
 * @param line physical line where it starts, from 1, or 0 where the format has no lines
 * @param hash hex SHA-256 over its roles and texts
 * @param verdict what is said of it
 * @param framing what its conversation asks for
 * @param probability that it is poisoned, 0 to 1
 * @param families of its findings that count, or would without framing; sorted
 * @param rules all that it has findings of, sorted
 * @param role who says what the excerpt shows
 * @param excerpt of its text: one line, cut, with what cannot be seen spelled out and secrets
 *     redacted; safe to print
 */
public record FoundRecord(
    String uri,
    long row,
    long line,
    String hash,
    Verdict verdict,
    Framing.Kind framing,
    double probability,
    List<String> families,
    List<String> rules,
    Role role,
    String excerpt) {
  public FoundRecord {
    families = List.copyOf(families);
    rules = List.copyOf(rules);
  }
}
