package dev.assay.ssh;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** What OpenSSH knows of hosts; one that it does not know, or knows otherwise, is not talked to. */
record KnownHosts(ServerKeyDatabase known) implements ServerKeyDatabase {
  /** The files of a user. */
  static KnownHosts of(Path ssh) {
    List<Path> files = List.of(ssh.resolve("known_hosts"), ssh.resolve("known_hosts2"));
    return new KnownHosts(new OpenSshServerKeyDatabase(false, files));
  }

  @Override
  public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration config) {
    return known.lookup(address, remote, config);
  }

  @Override
  public boolean accept(
      String address,
      InetSocketAddress remote,
      PublicKey key,
      Configuration config,
      @Nullable CredentialsProvider nobody) {
    return known.accept(address, remote, key, new Strict(config), null);
  }

  private record Strict(Configuration config) implements Configuration {
    @Override
    public List<String> getUserKnownHostsFiles() {
      return config.getUserKnownHostsFiles();
    }

    @Override
    public List<String> getGlobalKnownHostsFiles() {
      return config.getGlobalKnownHostsFiles();
    }

    @Override
    public StrictHostKeyChecking getStrictHostKeyChecking() {
      return StrictHostKeyChecking.REQUIRE_MATCH;
    }

    @Override
    public boolean getHashKnownHosts() {
      return config.getHashKnownHosts();
    }

    @Override
    public String getUsername() {
      return config.getUsername();
    }
  }
}
