/** Tokens, expressions and statements of code in any language, whole or broken. */
@NullMarked
package dev.assay.internal.code.tree;

import org.jspecify.annotations.NullMarked;
