/**
 * Arrow IPC, files and streams, and with them Feather 2: the headers are arrow-format's, the
 * buffers are read here, on the heap.
 */
@NullMarked
package dev.assay.columnar.arrow;

import org.jspecify.annotations.NullMarked;
