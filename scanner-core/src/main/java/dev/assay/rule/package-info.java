/** What to look for, as data: rules, their families, and the sets they are loaded into. */
@NullMarked
package dev.assay.rule;

import org.jspecify.annotations.NullMarked;
