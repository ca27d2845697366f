package dev.assay.internal.match.index;

import dev.assay.record.Turn;
import dev.assay.rule.Family;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import java.util.List;
import java.util.Set;

/**
 * A record as the index holds it.
 *
 * @param turns roles and texts; in what columns they stood is not kept
 * @param uri its file
 * @param row its number in the file, from 1
 * @param line where it starts, from 1, or 0
 * @param hash hex SHA-256 over its roles and texts
 * @param judged what is said of it
 * @param suspectOf families of evidence that made it suspect by itself, without the rest of the set
 * @param behaviours ids of rules that say what its answers do
 * @param evidence of rules, in order of place; what only the whole set shows has none
 */
public record IndexedRecord(
    List<Turn> turns,
    String uri,
    long row,
    long line,
    String hash,
    Judged judged,
    Set<Family> suspectOf,
    Set<String> behaviours,
    List<Evidence> evidence) {
  public IndexedRecord {
    turns = List.copyOf(turns);
    suspectOf = Set.copyOf(suspectOf);
    behaviours = Set.copyOf(behaviours);
    evidence = List.copyOf(evidence);
  }

  /** The same record, judged anew. */
  IndexedRecord with(Judged now) {
    return new IndexedRecord(turns, uri, row, line, hash, now, suspectOf, behaviours, evidence);
  }

  /**
   * What is said of a record.
   *
   * @param families as in the list of records: those that count, or would without framing
   * @param rules all that it has findings of
   */
  public record Judged(
      Verdict verdict,
      Framing.Kind framing,
      double probability,
      List<String> families,
      List<String> rules) {
    public Judged {
      families = List.copyOf(families);
      rules = List.copyOf(rules);
    }
  }

  /**
   * Where a rule was broken.
   *
   * @param secret whether the text must not be shown
   * @param span where
   */
  public record Evidence(String rule, boolean secret, Span span) {}

  /**
   * A piece of a turn's text.
   *
   * @param turn index of the turn
   * @param start first UTF-16 unit
   * @param end one past the last
   */
  public record Span(int turn, int start, int end) {}
}
