/**
 * Files that lie behind a network: read ahead, resumed after a cut, bounded in size and time, and
 * verified.
 */
@NullMarked
package dev.assay.internal.remote;

import org.jspecify.annotations.NullMarked;
