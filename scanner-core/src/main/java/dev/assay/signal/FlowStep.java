package dev.assay.signal;

/**
 * One step of a value's way from where it came in to where it does harm.
 *
 * @param start first UTF-16 unit in the turn
 * @param end one past the last
 * @param note what happens there, such as {@code comes in} or {@code built into a string}
 */
public record FlowStep(int start, int end, String note) {}
