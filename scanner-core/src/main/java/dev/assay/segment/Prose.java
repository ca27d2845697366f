package dev.assay.segment;

/** Text for people. */
public record Prose(int turn, int start, int end) implements Segment {}
