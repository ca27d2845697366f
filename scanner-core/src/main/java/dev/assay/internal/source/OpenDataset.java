package dev.assay.internal.source;

import dev.assay.source.DatasetFiles;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a dataset, readable until this is closed.
 *
 * @param files what was found
 * @param holders what holds them, files on disk aside
 * @param unmatched include patterns that name no file, where all of the dataset could be listed
 * @param base what they are compared with, or null if all of them is to be judged
 */
public record OpenDataset(
    DatasetFiles files,
    List<? extends Closeable> holders,
    List<String> unmatched,
    @Nullable BaseFiles base)
    implements Closeable {
  public OpenDataset {
    unmatched = List.copyOf(unmatched);
  }

  @Override
  public void close() throws IOException {
    closeAll(holders);
  }

  /** Closes all of them, whichever fail. */
  public static void closeAll(List<? extends Closeable> holders) throws IOException {
    IOException first = null;
    for (Closeable holder : holders) {
      try {
        holder.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
