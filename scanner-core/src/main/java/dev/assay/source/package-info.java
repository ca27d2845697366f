/** Where a dataset's files come from, and the files themselves as streams of bytes. */
@NullMarked
package dev.assay.source;

import org.jspecify.annotations.NullMarked;
