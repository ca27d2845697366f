/**
 * Measures how fast Assay is, beside what bounds it: data, rules, micro-benchmarks and end to end.
 */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
