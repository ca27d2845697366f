/** What can be proved of a regular expression: literals it needs, and how long a match can be. */
@NullMarked
package dev.assay.internal.regex;

import org.jspecify.annotations.NullMarked;
