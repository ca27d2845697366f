package dev.assay.internal.scan;

import dev.assay.internal.trigger.mine.Row;
import org.jspecify.annotations.Nullable;

/**
 * All that is found out about a record from what it says, and not from where it stands.
 *
 * @param row what is kept of it for the whole set, its number still 0; null if nothing is
 */
record Known(Judgement judgement, @Nullable Row row) {}
