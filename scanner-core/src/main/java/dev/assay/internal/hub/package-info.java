/** Datasets on Hugging Face's hub, and on whatever else speaks its HTTP interface. */
@NullMarked
package dev.assay.internal.hub;

import org.jspecify.annotations.NullMarked;
