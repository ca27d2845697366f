package dev.assay.internal.format;

/**
 * Some whole records of a file, not yet decoded. May be handed to another thread, once, and decoded
 * more than once.
 */
public interface Chunk {
  /** The first record's number in its file, from 1. */
  long firstRow();

  /** How many rows it holds, readable or not; 0 where it only says what is wrong with the file. */
  int rows();

  /** Decodes the records. Never throws of its own accord, whatever the bytes are. */
  void decode(RecordSink sink);
}
