@NullMarked
package dev.assay.documents;

import org.jspecify.annotations.NullMarked;
