package dev.assay.internal.hub;

import dev.assay.internal.hub.HubClient.Entry;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.List;

/** A dataset repository at one commit. */
record HubSource(HubClient client, HubAddress address) implements Source {
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

  private void all(List<Entry> entries, String commit, String folder, Listing listing) {
    for (Entry entry : entries) {
      String path = entry.path();
      String within = path.startsWith(folder) ? path.substring(folder.length()) : path;
      if (!entry.folder() && listing.wants(within)) {
        listing.file(client.file(commit, entry));
      }
    }
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
