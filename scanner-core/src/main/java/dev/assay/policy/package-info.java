/** What a user may set, as text and in policy files, and what comes of it. */
@NullMarked
package dev.assay.policy;

import org.jspecify.annotations.NullMarked;
