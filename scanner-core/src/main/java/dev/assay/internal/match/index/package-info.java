/**
 * The index of a scanned set: records with their text and verdicts, kept on disk to be searched.
 *
 * <p>Part of the one package that knows Lucene. The index holds what is said of a record and its
 * text, nothing that Lucene alone could read back: its form is {@code RecordCodec}'s.
 */
@NullMarked
package dev.assay.internal.match.index;

import org.jspecify.annotations.NullMarked;
