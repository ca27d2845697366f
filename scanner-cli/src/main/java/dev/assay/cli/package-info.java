/** The command line: thin commands over the library. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
