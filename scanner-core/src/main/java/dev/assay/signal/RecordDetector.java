package dev.assay.signal;

import dev.assay.segment.SegmentedRecord;
import java.util.function.Consumer;

/**
 * Code that finds evidence in one record, without knowing of any other.
 *
 * <p>An instance is used by one thread and may keep scratch memory; each thread makes its own. What
 * it emits depends on the record alone.
 */
public interface RecordDetector {
  /**
   * Hands every signal of the record to {@code out}, in any order.
   *
   * @throws RuleFailure if a rule could not be held against the record; the record then counts as
   *     not scanned
   */
  void detect(SegmentedRecord record, Consumer<Signal> out);
}
