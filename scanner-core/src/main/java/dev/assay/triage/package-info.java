/**
 * What a team already knows of its findings: baselines, suppressions, and what is new beside them.
 */
@NullMarked
package dev.assay.triage;

import org.jspecify.annotations.NullMarked;
