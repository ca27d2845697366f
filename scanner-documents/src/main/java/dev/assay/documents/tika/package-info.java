/** The process that parses, and the only package that imports Tika. */
@NullMarked
package dev.assay.documents.tika;

import org.jspecify.annotations.NullMarked;
