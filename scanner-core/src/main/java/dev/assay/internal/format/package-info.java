/**
 * The readers: a file's bytes are cut into chunks of whole records by one thread, and each chunk is
 * decoded by any other.
 */
@NullMarked
package dev.assay.internal.format;

import org.jspecify.annotations.NullMarked;
