package dev.assay.search;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an index as a whole.
 *
 * @param toolVersion of the Assay that made it
 * @param rulesVersion digest of the rules that were held against the data
 * @param records how many were judged, and stand in it
 * @param missingRecords malformed, skipped, or failed on by a rule: they do not stand in it
 * @param missingFiles that could not be read, wholly or in part
 * @param since the revision whose records were passed over, or null if every record was judged
 */
public record IndexFacts(
    String toolVersion,
    String rulesVersion,
    long records,
    long missingRecords,
    long missingFiles,
    @Nullable String since) {
  /** Whether everything that was to be scanned stands in the index. */
  public boolean whole() {
    return missingRecords == 0 && missingFiles == 0;
  }
}
