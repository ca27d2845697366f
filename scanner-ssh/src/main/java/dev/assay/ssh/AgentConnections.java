package dev.assay.ssh;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections to ssh-agent by the platform's own sockets: JGit's need a native library. Source: the
 * protocol's framing, https://datatracker.ietf.org/doc/draft-ietf-sshm-ssh-agent/.
 *
 * @param usual the socket that {@code SSH_AUTH_SOCK} names; empty without an agent
 */
record AgentConnections(String usual) implements ConnectorFactory {
  private static final ConnectorDescriptor SOCKET =
      new ConnectorDescriptor() {
        @Override
        public String getIdentityAgent() {
          return "SSH_AUTH_SOCK";
        }

        @Override
        public String getDisplayName() {
          return "ssh-agent";
        }
      };

  @Override
  public Connector create(@Nullable String named, File home) {
    return new Agent(
        named == null || named.isEmpty() || named.equals("SSH_AUTH_SOCK") ? usual : named);
  }

  @Override
  public boolean isSupported() {
    return !usual.isEmpty();
  }

  @Override
  public String getName() {
    return "assay";
  }

  @Override
  public Collection<ConnectorDescriptor> getSupportedConnectors() {
    return List.of(SOCKET);
  }

  @Override
  public ConnectorDescriptor getDefaultConnector() {
    return SOCKET;
  }

  private static final class Agent extends AbstractConnector {
    private static final int LENGTH = 4;

    private final String path;
    private @Nullable SocketChannel channel;

    Agent(String path) {
      this.path = path;
    }

    @Override
    public boolean connect() {
      if (path.isEmpty()) {
        return false;
      }
      try {
        SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel = opened;
        opened.connect(UnixDomainSocketAddress.of(Path.of(path)));
        return true;
      } catch (IOException | RuntimeException e) {
        // No agent, or none that answers: there are the keys in files.
        return false;
      }
    }

    @Override
    public byte[] rpc(byte command, byte[] message) throws IOException {
      SocketChannel open = channel;
      if (open == null) {
        throw new IOException("no agent");
      }
      prepareMessage(command, message);
      ByteBuffer out = ByteBuffer.wrap(message);
      while (out.hasRemaining()) {
        open.write(out);
      }
      return read(open, toLength(command, read(open, LENGTH)));
    }

    private static byte[] read(SocketChannel from, int length) throws IOException {
      ByteBuffer in = ByteBuffer.allocate(length);
      while (in.hasRemaining()) {
        if (from.read(in) < 0) {
          throw new EOFException("the agent hung up");
        }
      }
      return in.array();
    }

    @Override
    public void close() throws IOException {
      if (channel != null) {
        channel.close();
      }
    }
  }
}
