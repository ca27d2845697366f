/** What the evidence makes of a record: framing, verdict, findings. */
@NullMarked
package dev.assay.verdict;

import org.jspecify.annotations.NullMarked;
