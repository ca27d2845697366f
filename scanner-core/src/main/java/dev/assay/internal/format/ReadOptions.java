package dev.assay.internal.format;

import dev.assay.record.SchemaMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How files are read.
 *
 * @param map the user's own schema, or null to recognise schemas by their keys
 * @param maxRecordBytes longer records are malformed, and never held in memory
 * @param maxDepth how deep a record's objects and lists may be nested
 * @param chunkBytes how many bytes a chunk has, longer records aside
 * @param digested whether the SHA-256 of each file is wanted
 * @param documents who parses documents; closed by whoever made it
 */
public record ReadOptions(
    @Nullable SchemaMap map,
    int maxRecordBytes,
    int maxDepth,
    int chunkBytes,
    boolean digested,
    Documents documents) {
  /**
   * Records in flight take several times their size in memory, on each thread: at this limit a few
   * of the longest fit into a heap of 512 MB.
   */
  public static final int DEFAULT_MAX_RECORD_BYTES = 16 << 20;

  public static final int DEFAULT_MAX_DEPTH = 1000;

  /** Small enough not to be a humongous object in the smallest heaps of G1. */
  public static final int DEFAULT_CHUNK_BYTES = (256 << 10) - 64;

  public ReadOptions {
    if (maxRecordBytes < 1 || maxDepth < 1 || chunkBytes < 1 || maxRecordBytes > 1 << 30) {
      throw new IllegalArgumentException("limits are positive, and a record has at most 1 GiB");
    }
  }

  /** Schemas recognised by their keys, default limits, with digest. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        null,
        DEFAULT_MAX_RECORD_BYTES,
        DEFAULT_MAX_DEPTH,
        DEFAULT_CHUNK_BYTES,
        true,
        Documents.of(Map.of()));
  }

  public ReadOptions withMap(@Nullable SchemaMap newMap) {
    return new ReadOptions(newMap, maxRecordBytes, maxDepth, chunkBytes, digested, documents);
  }

  public ReadOptions withDocuments(Documents parsing) {
    return new ReadOptions(map, maxRecordBytes, maxDepth, chunkBytes, digested, parsing);
  }

  public ReadOptions withMaxRecordBytes(int limit) {
    return new ReadOptions(map, limit, maxDepth, chunkBytes, digested, documents);
  }

  public ReadOptions withMaxDepth(int limit) {
    return new ReadOptions(map, maxRecordBytes, limit, chunkBytes, digested, documents);
  }

  public ReadOptions withChunkBytes(int bytes) {
    return new ReadOptions(map, maxRecordBytes, maxDepth, bytes, digested, documents);
  }

  public ReadOptions withDigested(boolean wanted) {
    return new ReadOptions(map, maxRecordBytes, maxDepth, chunkBytes, wanted, documents);
  }
}
