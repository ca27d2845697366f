/**
 * Files, folders, ignore files, compression and encodings: everything between a name and its UTF-8
 * bytes.
 */
@NullMarked
package dev.assay.internal.source;

import org.jspecify.annotations.NullMarked;
