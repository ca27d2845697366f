package dev.assay.internal.git;

import dev.assay.internal.http.Origin;
import dev.assay.internal.remote.Attempts;
import dev.assay.internal.remote.Transfer;
import dev.assay.internal.remote.TransientFailure;
import dev.assay.source.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.jspecify.annotations.Nullable;

/**
 * Fetches revisions of a repository on a server into a temporary bare one: a revision's files
 * alone, not its history, unless that is asked for.
 */
final class RemoteFetch {
  private static final Pattern STATUS = Pattern.compile("\\b([45][0-9]{2})\\b");

  private final GitAddress address;
  private final GitLogin login;
  private final @Nullable SshLogin ssh;
  private final Transfer transfer;

  /**
   * @param ssh how to log in where the address is one of SSH
   */
  RemoteFetch(GitAddress address, GitLogin login, @Nullable SshLogin ssh, Transfer transfer) {
    this.address = address;
    this.login = login;
    this.ssh = ssh;
    this.transfer = transfer;
  }

  /**
   * Fetches.
   *
   * @param revisions branches, tags, full names of refs, or whole commit ids
   * @param history whether to fetch what came before, to find where revisions part
   * @throws SourceException if the server or a revision cannot be read; says why
   */
  GitRepository fetch(List<String> revisions, boolean history, LfsStore lfs) throws IOException {
    Path folder = TemporaryFolder.create();
    Repository repository = null;
    try {
      repository = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
      repository.create(true);
      // It lives for one scan: tidying up beside it would only be in the way of its end.
      repository.getConfig().setInt("gc", null, "auto", 0);
      repository.getConfig().setBoolean("maintenance", null, "auto", false);
      Repository target = repository;
      Map<String, String> refs = Attempts.of(transfer, () -> fetch(target, revisions, history));
      return GitRepository.fetched(repository, lfs, address.url(), refs, folder);
    } catch (IOException | RuntimeException e) {
      if (repository != null) {
        repository.close();
      }
      TemporaryFolder.delete(folder);
      throw e;
    }
  }

  private Map<String, String> fetch(Repository target, List<String> revisions, boolean history)
      throws IOException {
    try (Git git = Git.wrap(target)) {
      Map<String, Ref> there =
          git.lsRemote()
              .setRemote(address.asked())
              .setCredentialsProvider(login)
              .setTransportConfigCallback(this::configure)
              .setTimeout(seconds())
              .callAsMap();
      Map<String, String> refs = new LinkedHashMap<>();
      List<RefSpec> specs = new ArrayList<>();
      for (String revision : revisions) {
        String ref = "refs/assay/" + refs.size();
        specs.add(new RefSpec("+" + source(there, revision) + ":" + ref));
        refs.putIfAbsent(revision, ref);
      }
      FetchCommand fetch =
          git.fetch()
              .setRemote(address.asked())
              .setRefSpecs(specs)
              .setTagOpt(TagOpt.NO_TAGS)
              .setCredentialsProvider(login)
              .setTransportConfigCallback(this::configure)
              .setTimeout(seconds());
      if (!history) {
        fetch.setDepth(1);
      }
      fetch.call();
      return refs;
    } catch (GitAPIException e) {
      throw failure(e);
    }
  }

  private int seconds() {
    return (int) Math.max(1, transfer.timeout().toSeconds());
  }

  private void configure(Transport transport) {
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(new LedConnections(URI.create(address.url())));
    }
    if (ssh != null) {
      ssh.configure(transport);
    }
  }

  /** What the server calls a revision. */
  private static String source(Map<String, Ref> there, String revision) throws SourceException {
    for (String name : List.of(revision, "refs/heads/" + revision, "refs/tags/" + revision)) {
      if (there.containsKey(name)) {
        return name;
      }
    }
    if (ObjectId.isId(revision)) {
      // Every server gives what a name stands for; only some give any other commit.
      return there.values().stream()
          .filter(ref -> ref.getObjectId() != null && revision.equals(ref.getObjectId().name()))
          .map(Ref::getName)
          .findFirst()
          .orElse(revision);
    }
    throw new SourceException(
        "has no revision '"
            + revision
            + "': name a branch, a tag or a whole commit id (git ls-remote lists what there is)");
  }

  private IOException failure(GitAPIException failure) {
    String said = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      IOException known = known(cause);
      if (known != null) {
        return known;
      }
      said = String.valueOf(cause.getMessage());
    }
    return new SourceException("could not be fetched: " + said, failure);
  }

  private @Nullable IOException known(Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    if (cause instanceof SourceException told) {
      return told;
    }
    SourceException unsafe = ssh == null ? null : SshLogin.known(said, host());
    if (unsafe != null) {
      return unsafe;
    }
    if (said.contains("edirect")) {
      return new SourceException(
          "is redirected by " + host() + " in a circle, too often, or to no repository", cause);
    }
    if (cause instanceof NoRemoteRepositoryException || said.contains("not found: ")) {
      return new SourceException("is not there: the server knows no such repository (404)", cause);
    }
    if (said.contains("not authorized") || said.contains("uthentication is required")) {
      return new SourceException(refused(), cause);
    }
    if (said.contains("not permitted")) {
      return new SourceException("may not be read with this login (403)", cause);
    }
    if (cause instanceof UnknownHostException) {
      return new SourceException("names a host that cannot be found", cause);
    }
    if (cause instanceof NoRouteToHostException || cause instanceof java.net.ConnectException) {
      return new TransientFailure("no connection to " + host() + " could be made", null);
    }
    Matcher status = STATUS.matcher(said.replace(address.url(), ""));
    if (status.find() && (status.group(1).startsWith("5") || status.group(1).equals("429"))) {
      return new TransientFailure(host() + " answered " + status.group(1), null);
    }
    if (isDamage(cause)) {
      return new SourceException(
          "cannot be trusted: what its server sent is damaged, or is not what it promised", cause);
    }
    if (isBrokenOff(cause, said)) {
      return new TransientFailure(
          "the connection to " + host() + " broke off while it was fetched", null);
    }
    return null;
  }

  /** Java says of a body that ends within a chunk that its end is premature, in words alone. */
  private static boolean isBrokenOff(Throwable cause, String said) {
    return cause instanceof EOFException
        || cause instanceof java.net.SocketException
        || cause instanceof java.net.SocketTimeoutException
        || said.contains("Short read")
        || said.contains("Premature EOF");
  }

  private static boolean isDamage(Throwable cause) {
    String said = String.valueOf(cause.getMessage());
    return cause instanceof CorruptObjectException
        || said.contains("corrupt")
        || said.contains("ollision")
        || said.contains("checksum");
  }

  private String host() {
    return Origin.of(URI.create(address.url())).toString();
  }

  private String refused() {
    return login.isKnown()
        ? "refused the login (401): it may have expired; renew "
            + GitLogin.TOKEN
            + " or what git credential fill gives"
        : "asks for a login (401): set "
            + GitLogin.TOKEN
            + ", or give one to git's credential helper";
  }
}
