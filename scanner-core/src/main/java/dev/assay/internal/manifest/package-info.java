/** Manifests: lists of files with the digests that they were published with. */
@NullMarked
package dev.assay.internal.manifest;

import org.jspecify.annotations.NullMarked;
