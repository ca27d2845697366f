/** Where values in analysed code come from: definitions, names, constants, string building. */
@NullMarked
package dev.assay.internal.code.flow;

import org.jspecify.annotations.NullMarked;
