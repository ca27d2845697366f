/** Datasets on web servers, and the HTTP that hubs speak too. */
@NullMarked
package dev.assay.internal.http;

import org.jspecify.annotations.NullMarked;
