package dev.assay.ssh;

import dev.assay.internal.git.SshSessions;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sessions by keys of {@code ~/.ssh} and of the agent. Hosts must be in {@code known_hosts},
 * whatever {@code ~/.ssh/config} says, and nobody is asked anything.
 */
public final class ApacheSessions implements SshSessions {
  @Override
  public SshSessionFactory open(Path home, Map<String, String> environment) {
    return new SshdSessionFactoryBuilder()
        .setHomeDirectory(home.toFile())
        .setSshDirectory(home.resolve(".ssh").toFile())
        .setPreferredAuthentications("publickey")
        .setServerKeyDatabase((folder, ssh) -> KnownHosts.of(ssh.toPath()))
        .setKeyPasswordProvider(credentials -> new NoPasswords())
        .setConnectorFactory(new AgentConnections(environment.getOrDefault("SSH_AUTH_SOCK", "")))
        .build(null);
  }

  /** A key with a passphrase is the agent's to use. */
  private static final class NoPasswords implements KeyPasswordProvider {
    @Override
    public char @Nullable [] getPassphrase(URIish key, int attempt) {
      return null;
    }

    @Override
    public void setAttempts(int attempts) {
      // There are none.
    }

    @Override
    public boolean keyLoaded(URIish key, int attempt, @Nullable Exception error) {
      return false;
    }
  }
}
