/** Git revisions as sources, and what changed between two of them. Only this package knows JGit. */
@NullMarked
package dev.assay.internal.git;

import org.jspecify.annotations.NullMarked;
