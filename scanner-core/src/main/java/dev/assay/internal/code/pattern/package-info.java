/** Code patterns: compiled from a rule's tree, held against analysed code. */
@NullMarked
package dev.assay.internal.code.pattern;

import org.jspecify.annotations.NullMarked;
