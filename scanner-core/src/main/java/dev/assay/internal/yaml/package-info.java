/** YAML with places for errors, and what people probably meant. */
@NullMarked
package dev.assay.internal.yaml;

import org.jspecify.annotations.NullMarked;
