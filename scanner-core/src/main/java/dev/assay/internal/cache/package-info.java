/** What earlier scans found, on disk: bounded, and never believed without proof. */
@NullMarked
package dev.assay.internal.cache;

import org.jspecify.annotations.NullMarked;
