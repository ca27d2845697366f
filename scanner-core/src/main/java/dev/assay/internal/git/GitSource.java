package dev.assay.internal.git;

import dev.assay.internal.source.NameRules;
import dev.assay.source.Source;
import dev.assay.source.SourceException;
import dev.assay.source.SourceProvider.Context;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** The files of one revision of a repository. */
final class GitSource implements Source {
  /** What is read if no revision is named. */
  static final String HEAD = "HEAD";

  private final GitAddress address;
  private final Context context;
  private @Nullable GitRepository repository;

  GitSource(GitAddress address, Context context) {
    this.address = address;
    this.context = context;
  }

  @Override
  public void list(Listing listing) throws IOException {
    String revision = address.revision() == null ? HEAD : address.revision();
    GitRepository opened = GitSources.open(address, List.of(revision), false, context);
    repository = opened;
    RevCommit commit = commit(opened, revision);
    try (ObjectReader reader = opened.git().newObjectReader()) {
      // Which names are wanted, the listing knows.
      NameRules all = NameRules.of(List.of("*"), List.of());
      Found found = new Found(opened, reader, revision, listing);
      if (!TreeFiles.walk(reader, commit.getTree(), address.path(), all, found)) {
        throw new SourceException(
            "has no path '" + address.path() + "' in revision " + revision + ": check its name");
      }
    }
  }

  private static RevCommit commit(GitRepository repository, String revision) throws IOException {
    try {
      return repository.commit(revision);
    } catch (IllegalArgumentException e) {
      throw new SourceException(
          "has no revision '"
              + revision
              + "': git branch --all and git tag"
              + " list what there is",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    if (repository != null) {
      repository.close();
    }
  }

  private final class Found implements TreeFiles.Found {
    private final GitRepository opened;
    private final ObjectReader reader;
    private final String revision;
    private final Listing listing;

    Found(GitRepository opened, ObjectReader reader, String revision, Listing listing) {
      this.opened = opened;
      this.reader = reader;
      this.revision = revision;
      this.listing = listing;
    }

    private String uri(String path) {
      return address.shown(revision, TreeFiles.join(address.path(), path));
    }

    @Override
    public void file(String path, ObjectId blob) throws IOException {
      if (!path.isEmpty() && !listing.wants(path)) {
        return;
      }
      try {
        listing.file(opened.file(reader, uri(path), blob));
      } catch (SourceException e) {
        listing.unreadable(uri(path), String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void unreadable(String path, String message) {
      listing.unreadable(uri(path), message);
    }

    @Override
    public void ignored(String path) {
      listing.ignored(uri(path));
    }

    @Override
    public void other(String path) {
      listing.wants(path);
    }
  }
}
