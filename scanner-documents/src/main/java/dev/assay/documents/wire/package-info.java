/** What the scan and the process that parses say to each other. */
@NullMarked
package dev.assay.documents.wire;

import org.jspecify.annotations.NullMarked;
