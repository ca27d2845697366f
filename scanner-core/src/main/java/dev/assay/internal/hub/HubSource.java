package dev.assay.internal.hub;

import dev.assay.internal.card.DatasetCard;
import dev.assay.internal.hub.HubClient.Entry;
import dev.assay.internal.source.ChosenParts;
import dev.assay.internal.source.ChosenParts.Chosen;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset repository at one commit.
 *
 * @param parts which of its parts to read
 */
record HubSource(HubClient client, HubAddress address, ChosenParts parts) implements Source {
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
    Chosen chosen = chosen(commit);
    int found = 0;
    for (Entry entry : entries) {
      String path = entry.path();
      String within = path.startsWith(folder) ? path.substring(folder.length()) : path;
      if (entry.folder()) {
        continue;
      }
      if (chosen != null && !chosen.has(path)) {
        listing.ignored(path);
      } else {
        found++;
        if (listing.wants(within)) {
          listing.file(client.file(commit, entry));
        }
      }
    }
    if (chosen != null) {
      listing.chosen(client.shown(commit), chosen.names());
    }
    if (chosen != null && found == 0) {
      throw chosen.missing();
    }
  }

  /** The parts of the dataset that were asked for; null for all files. */
  private @Nullable Chosen chosen(String commit) throws IOException {
    if (parts.isAll()) {
      return null;
    }
    for (Entry entry : client.tree(commit, "", false)) {
      if (entry.path().equals(DatasetCard.FILE) && !entry.folder()) {
        return parts.in(client.text(commit, entry));
      }
    }
    throw ChosenParts.none();
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
