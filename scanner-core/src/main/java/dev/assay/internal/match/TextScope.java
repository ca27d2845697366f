package dev.assay.internal.match;

/**
 * The part of a turn that a rule is held against.
 *
 * @param start first UTF-16 unit
 * @param end one past the last; no later than the scan has come
 * @param firstWord number of the first known word in it, as the scanner counts
 */
public record TextScope(int start, int end, int firstWord) {}
