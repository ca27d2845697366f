/** Report formats, and what they share: excerpts, wording, files written whole or not at all. */
@NullMarked
package dev.assay.internal.report;

import org.jspecify.annotations.NullMarked;
