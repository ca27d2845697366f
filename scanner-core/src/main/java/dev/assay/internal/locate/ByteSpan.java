package dev.assay.internal.locate;

/** A range of bytes, as indices. */
record ByteSpan(int start, int end) {}
