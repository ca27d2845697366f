/** Requests for harm and whether an answer fulfils them. */
@NullMarked
package dev.assay.internal.check.compliance;

import org.jspecify.annotations.NullMarked;
