package dev.assay.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A real SSH server on loopback that serves repositories with the real {@code git upload-pack}. */
final class SshGitServer implements AutoCloseable {
  private static final Pattern UPLOAD = Pattern.compile("git[- ]upload-pack '/([\\w./-]+)'");

  /** Who may log in. */
  final Set<String> allowed = ConcurrentHashMap.newKeySet();

  final AtomicInteger logins = new AtomicInteger();
  private final SshServer server = SshServer.setUpDefaultServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final KeyPair hostKey;

  private SshGitServer(Path root, KeyPair hostKey) throws IOException {
    this.hostKey = hostKey;
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPublickeyAuthenticator((user, key, session) -> isAllowed(key));
    server.setCommandFactory((channel, command) -> new Upload(root, command));
    server.start();
  }

  static SshGitServer of(Path root, KeyPair hostKey) throws IOException {
    return new SshGitServer(root, hostKey);
  }

  private boolean isAllowed(PublicKey key) {
    logins.incrementAndGet();
    return allowed.contains(KeyUtils.getFingerPrint(key));
  }

  void allow(PublicKey key) {
    allowed.add(KeyUtils.getFingerPrint(key));
  }

  String url(String path) {
    return "git+ssh://git@127.0.0.1:" + server.getPort() + "/" + path;
  }

  /** A line of known_hosts, with this key or another. */
  String known(PublicKey key) {
    return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key) + "\n";
  }

  PublicKey key() {
    return hostKey.getPublic();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
    threads.shutdownNow();
  }

  private final class Upload implements Command {
    private final Path root;
    private final String command;
    private InputStream in;
    private OutputStream out;
    private ExitCallback exit;
    private Process process;

    Upload(Path root, String command) {
      this.root = root;
      this.command = command;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
      Matcher matcher = UPLOAD.matcher(command);
      if (!matcher.matches()) {
        exit.onExit(1, "not allowed");
        return;
      }
      ProcessBuilder builder =
          new ProcessBuilder(
              "git", "-c", "safe.directory=*", "upload-pack", root.resolve(matcher.group(1)) + "");
      String protocol = environment.getEnv().get("GIT_PROTOCOL");
      if (protocol != null) {
        builder.environment().put("GIT_PROTOCOL", protocol);
      }
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      process = builder.start();
      threads.execute(() -> copy(in, process.getOutputStream()));
      threads.execute(
          () -> {
            copy(process.getInputStream(), out);
            exit.onExit(0);
          });
    }

    private static void copy(InputStream from, OutputStream to) {
      try (to) {
        byte[] buffer = new byte[8192];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          to.write(buffer, 0, n);
          to.flush();
        }
      } catch (IOException e) {
        // One side hung up.
        return;
      }
    }

    @Override
    public void destroy(ChannelSession channel) {
      if (process != null) {
        process.destroy();
      }
    }

    @Override
    public void setInputStream(InputStream stream) {
      in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
      out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
      // Nothing is said.
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
      exit = callback;
    }
  }
}
