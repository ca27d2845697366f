/** One training example: its turns, and where each character of them lies in its file. */
@NullMarked
package dev.assay.record;

import org.jspecify.annotations.NullMarked;
