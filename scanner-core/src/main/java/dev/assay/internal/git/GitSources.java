package dev.assay.internal.git;

import dev.assay.internal.remote.Transfer;
import dev.assay.source.SourceException;
import dev.assay.source.SourceProvider.Context;
import java.io.IOException;
import java.util.List;

/** Opens the repositories of addresses. */
final class GitSources {
  /** What the names of settings begin with. */
  static final String OPTIONS = "git";

  private GitSources() {}

  /**
   * Opens a repository so that these revisions can be read.
   *
   * @param history whether to find out where they part
   */
  static GitRepository open(
      GitAddress address, List<String> revisions, boolean history, Context context)
      throws IOException {
    if (address.scheme().equals("ssh")) {
      throw new SourceException(
          "would need SSH, which is not built in: clone it with git, and name the clone"
              + " (git+file:///path/to/clone@revision:path)");
    }
    if (!address.isRemote()) {
      return GitRepository.at(context.root().resolve(address.url().substring("file://".length())));
    }
    GitLogin login = new GitLogin(address, context.environment());
    Transfer transfer = Transfer.of(OPTIONS, context.options());
    return new RemoteFetch(address, login, transfer)
        .fetch(revisions, history, new RemoteLfs(address, login, transfer, context.options()));
  }
}
