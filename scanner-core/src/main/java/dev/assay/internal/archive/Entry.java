package dev.assay.internal.archive;

import org.jspecify.annotations.Nullable;

/**
 * What an archive's table, or the head of an entry, says of it.
 *
 * @param index its place in the archive
 * @param size in bytes, unpacked, as claimed
 * @param stored in bytes, or -1 where entries are compressed together
 * @param problem why it cannot be read, or null
 */
record Entry(int index, String name, long size, long stored, @Nullable String problem) {}
