package dev.assay.internal.hub;

import dev.assay.internal.hub.DatasetCard.Part;
import dev.assay.internal.hub.HubClient.Entry;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dataset repository at one commit.
 *
 * @param configs the configurations to read; all files, if these and {@code splits} are empty
 * @param splits the splits to read
 */
record HubSource(HubClient client, HubAddress address, Set<String> configs, Set<String> splits)
    implements Source {
  @Override
  public void list(Listing listing) throws IOException {
    String commit = client.commit(address.revision());
    if (address.path().isEmpty()) {
      all(client.tree(commit, "", true), commit, "", listing);
      return;
    }
    Entry entry = named(commit);
    if (entry.folder()) {
      all(client.tree(commit, entry.path(), true), commit, entry.path() + "/", listing);
    } else {
      listing.file(client.file(commit, entry));
    }
  }

  private void all(List<Entry> entries, String commit, String folder, Listing listing)
      throws IOException {
    List<Part> chosen = chosen(commit);
    int found = 0;
    for (Entry entry : entries) {
      String path = entry.path();
      String within = path.startsWith(folder) ? path.substring(folder.length()) : path;
      if (entry.folder()) {
        continue;
      }
      if (chosen != null && chosen.stream().noneMatch(part -> part.has(path))) {
        listing.ignored(path);
      } else {
        found++;
        if (listing.wants(within)) {
          listing.file(client.file(commit, entry));
        }
      }
    }
    if (chosen != null && found == 0) {
      throw new SourceException(
          "has none of the files that its README names for "
              + names(chosen)
              + ": check the README");
    }
  }

  /** The parts of the dataset that were asked for; null for all files. */
  private @Nullable List<Part> chosen(String commit) throws IOException {
    if (configs.isEmpty() && splits.isEmpty()) {
      return null;
    }
    for (Entry entry : client.tree(commit, "", false)) {
      if (entry.path().equals(DatasetCard.FILE) && !entry.folder()) {
        return DatasetCard.parse(client.text(commit, entry)).choose(configs, splits);
      }
    }
    throw new SourceException(
        "has no README that names configurations and splits: choose files with --include");
  }

  private static String names(List<Part> parts) {
    return parts.stream()
        .map(part -> part.config() + "/" + part.split())
        .collect(Collectors.joining(", "));
  }

  /** The hub lists folders alone, so a file is looked for in its own. */
  private Entry named(String commit) throws IOException {
    String path = address.path();
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    for (Entry entry : client.tree(commit, folder, false)) {
      if (entry.path().equals(path)) {
        return entry;
      }
    }
    throw new SourceException(
        "names a path that revision " + address.revision() + " of this dataset does not have");
  }

  @Override
  public void close() {
    // Connections belong to the files that are open, and are closed with them.
  }
}
