package dev.assay.verdict;

import dev.assay.record.Region;
import java.util.List;

/**
 * Many records that are alike. A note: honest sets hold copies and templates too, so it makes no
 * record suspect.
 *
 * @param kind in what they are alike
 * @param rows how many
 * @param different how many different ones: prompts where the answers are alike, answers where the
 *     prompts are, records where all of it is
 * @param example the start of what is alike, of the first record; raw: reports escape it
 * @param members the records of the cluster, in the order of the input; of very large ones the
 *     first
 */
public record RecordCluster(
    Kind kind, long rows, long different, String example, List<Member> members) {
  public RecordCluster {
    members = List.copyOf(members);
  }

  /** In what records are alike. */
  public enum Kind {
    /** The same prompt with the same answer, but for case and space. */
    COPIES("copies"),
    /** Nearly the same answer to prompts that are not alike. */
    ANSWERS("near-identical-answers"),
    /** Prompts that are nearly the same: one template, filled in. */
    PROMPTS("near-identical-prompts");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in reports for programs. */
    public String id() {
      return id;
    }
  }

  /**
   * A record of a cluster.
   *
   * @param ordinal of the record in the scan, from 0
   * @param uri of the file
   * @param row of the record in its file, from 1
   * @param line where it starts, or 0
   * @param region the record in its file
   */
  public record Member(long ordinal, String uri, long row, long line, Region region) {}
}
