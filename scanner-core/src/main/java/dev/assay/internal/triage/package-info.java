/** Baselines and suppressions: their files, and what they make of a scan. */
@NullMarked
package dev.assay.internal.triage;

import org.jspecify.annotations.NullMarked;
