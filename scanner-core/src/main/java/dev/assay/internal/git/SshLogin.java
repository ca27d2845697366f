package dev.assay.internal.git;

import dev.assay.source.SourceException;
import dev.assay.source.SourceProvider.Context;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The sessions of one fetch, and what their failures mean. */
final class SshLogin implements AutoCloseable {
  private final SshSessionFactory sessions;

  private SshLogin(SshSessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * Opens sessions.
   *
   * @throws SourceException if SSH is not built in, or there is no home folder
   */
  static SshLogin open(Context context) throws SourceException {
    SshSessions found =
        ServiceLoader.load(SshSessions.class, SshLogin.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new SourceException(
                        "would need SSH, which is not on the class path: add"
                            + " dev.assay:scanner-ssh, or name a clone"
                            + " (git+file:///path/to/clone@revision:path)"));
    String home = context.environment().getOrDefault("HOME", "");
    if (home.isEmpty()) {
      throw new SourceException("cannot be read by SSH: HOME names no folder with .ssh in it");
    }
    return new SshLogin(found.open(Path.of(home), context.environment()));
  }

  void configure(Transport transport) {
    if (transport instanceof SshTransport ssh) {
      ssh.setSshSessionFactory(sessions);
    }
  }

  /** What went wrong, or null if the message says nothing of SSH. */
  static @Nullable SourceException known(String said, String host) {
    if (said.contains("server key did not validate") || said.contains("Server key did not")) {
      return new SourceException(
          "is not read: the key of "
              + host
              + " is not the one in known_hosts, or none is there. Compare its fingerprint with the"
              + " one that its owner publishes, and add it (ssh-keyscan prints keys)");
    }
    if (said.contains("Cannot log in") || said.contains("authentication methods")) {
      return new SourceException(
          "cannot be read: "
              + host
              + " accepted no key of this user. Keys are those of ~/.ssh, without passphrase, and of"
              + " ssh-agent (ssh-add adds one)");
    }
    return null;
  }

  @Override
  public void close() {
    if (sessions instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        // What was fetched is here; the connection ends with the process at the latest.
        return;
      }
    }
  }
}
