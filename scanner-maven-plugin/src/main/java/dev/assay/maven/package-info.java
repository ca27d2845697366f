/** The Maven plugin: parameters become a {@code ScanConfig}, results become a build's outcome. */
@NullMarked
package dev.assay.maven;

import org.jspecify.annotations.NullMarked;
