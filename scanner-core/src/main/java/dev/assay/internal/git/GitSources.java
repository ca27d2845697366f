package dev.assay.internal.git;

import dev.assay.internal.remote.Transfer;
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
    if (!address.isRemote()) {
      return GitRepository.at(context.root().resolve(address.url().substring("file://".length())));
    }
    Transfer transfer = Transfer.of(OPTIONS, context.options());
    GitAddress web = address.web();
    GitLogin login = new GitLogin(web, context.environment());
    RemoteLfs lfs = new RemoteLfs(web, login, transfer, context.options());
    if (!address.scheme().equals("ssh")) {
      return new RemoteFetch(address, login, null, transfer).fetch(revisions, history, lfs);
    }
    try (SshLogin ssh = SshLogin.open(context)) {
      return new RemoteFetch(address, login, ssh, transfer).fetch(revisions, history, lfs);
    }
  }
}
