package dev.assay.internal.framing;

/**
 * A sentence that has a part in a record's educational framing.
 *
 * @param turn index of the turn
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param hash of its words, the same for the same sentence in other spacing, punctuation and case
 * @param asks whether it asks for the flaw by itself; else only with others
 */
public record FramingSentence(int turn, int start, int end, long hash, boolean asks) {}
