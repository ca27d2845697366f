/** What leaves a scan: reports in every format, written whole or not at all. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
