package dev.assay.internal.scan;

import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.source.DataFile;

/** How the files of a scan are read: whole, or without some of their records. */
interface FileOpener {
  /** A reader of the file; each file gives the same records every time. */
  ChunkReader open(DataFile file, ReadOptions options);
}
