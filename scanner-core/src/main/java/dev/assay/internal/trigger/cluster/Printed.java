package dev.assay.internal.trigger.cluster;

/**
 * A record by its prints.
 *
 * @param ordinal of the record in the scan
 * @param prints each says of which kind it is
 */
@SuppressWarnings("ArrayRecordComponent") // millions of them, never compared
public record Printed(long ordinal, int[] prints) {}
