package dev.assay.report;

import dev.assay.record.Unscanned;
import java.util.List;

/**
 * What stands beside a scan that judged changed records alone.
 *
 * @param base the revision that was compared with, as the user named it
 * @param baseCommit its commit, in hexadecimal
 * @param head what was scanned: a revision, or {@code work tree}
 * @param unchanged records that were read and that the base has too; not judged
 * @param gone records of the base's changed files that are no more
 * @param unchangedFiles files that are the same in both, whose records were neither read nor
 *     counted
 * @param unchangedBytes their size in bytes
 * @param baseUnread how many records and files of the base could not be read; what they hold counts
 *     as new
 * @param firstUnread the first of them
 * @param beyondLimit records of the base that were too many to be kept; they count as new
 */
public record Comparison(
    String base,
    String baseCommit,
    String head,
    long unchanged,
    long gone,
    long unchangedFiles,
    long unchangedBytes,
    long baseUnread,
    List<Unscanned> firstUnread,
    long beyondLimit) {
  public Comparison {
    firstUnread = List.copyOf(firstUnread);
  }
}
