/**
 * Parquet: footer, row groups and pages are read here, encodings and the assembly of records are
 * parquet-column's.
 */
@NullMarked
package dev.assay.columnar.parquet;

import org.jspecify.annotations.NullMarked;
