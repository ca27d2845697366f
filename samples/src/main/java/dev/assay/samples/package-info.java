/** The same records as files of every format, for tests and benchmarks. */
@NullMarked
package dev.assay.samples;

import org.jspecify.annotations.NullMarked;
