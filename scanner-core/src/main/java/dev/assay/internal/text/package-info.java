/** Characters: which make words, and which are the same but for case. */
@NullMarked
package dev.assay.internal.text;

import org.jspecify.annotations.NullMarked;
