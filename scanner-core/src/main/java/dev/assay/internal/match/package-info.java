/**
 * Queries and how they are held against text: the one package that knows Lucene.
 *
 * <p>A query is parsed by Lucene, compiled to conditions over words and literals, and found through
 * anchors: words or literals of which one must stand in any text that the query matches. Shapes
 * that do not compile are left to Lucene's MemoryIndex, for candidates alone.
 */
@NullMarked
package dev.assay.internal.match;

import org.jspecify.annotations.NullMarked;
