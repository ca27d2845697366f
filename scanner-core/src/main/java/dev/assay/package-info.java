/** The façade: a {@link dev.assay.Scanner} runs one {@link dev.assay.ScanConfig}. */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
