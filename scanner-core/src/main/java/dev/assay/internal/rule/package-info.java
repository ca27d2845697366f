/**
 * Rule files: the schema, the examples, and the packed form.
 *
 * <p>What a rule compiles to is none of this package's business, see {@code internal.engine}.
 */
@NullMarked
package dev.assay.internal.rule;

import org.jspecify.annotations.NullMarked;
