/**
 * Checks the rules, runs their examples and packs them: part of the build, and of the command line.
 */
@NullMarked
package dev.assay.internal.pack;

import org.jspecify.annotations.NullMarked;
