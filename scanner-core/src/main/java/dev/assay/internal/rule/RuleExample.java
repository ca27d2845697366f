package dev.assay.internal.rule;

import dev.assay.record.DataRecord;

/**
 * A record that a rule shows its meaning with.
 *
 * @param bad whether the rule must fire on it
 * @param line where it stands in the rule's file
 * @param column where it stands in the rule's file
 * @param record the example as a record
 */
public record RuleExample(boolean bad, int line, int column, DataRecord record) {}
