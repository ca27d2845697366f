package dev.assay.internal.source;

import dev.assay.source.DatasetFiles;
import dev.assay.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The files of a dataset, readable until this is closed.
 *
 * @param files what was found
 * @param sources what holds them, files on disk aside
 * @param unmatched include patterns that name no file, where all of the dataset could be listed
 */
public record OpenDataset(DatasetFiles files, List<Source> sources, List<String> unmatched)
    implements Closeable {
  public OpenDataset {
    unmatched = List.copyOf(unmatched);
  }

  @Override
  public void close() throws IOException {
    closeAll(sources);
  }

  static void closeAll(List<Source> sources) throws IOException {
    IOException first = null;
    for (Source source : sources) {
      try {
        source.close();
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
