/** Has documents parsed by a process of its own, and bounds what that may do. */
@NullMarked
package dev.assay.documents;

import org.jspecify.annotations.NullMarked;
