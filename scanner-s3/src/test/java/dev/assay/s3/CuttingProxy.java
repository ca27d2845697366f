package dev.assay.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a port of this machine, and cuts the first of them that carry much. */
final class CuttingProxy implements Closeable {
  private final ServerSocket socket;
  private final int target;
  private final int cutAfter;
  private final AtomicInteger cuts;

  /**
   * @param cutAfter bytes of an answer that pass before the cut
   * @param cuts how many connections are cut
   */
  CuttingProxy(int target, int cutAfter, int cuts) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.cutAfter = cutAfter;
    this.cuts = new AtomicInteger(cuts);
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Cuts that are still to come. */
  int left() {
    return Math.max(0, cuts.get());
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        start(() -> copy(client, server, Integer.MAX_VALUE));
        start(() -> copy(server, client, cutAfter));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void copy(Socket from, Socket to, int limit) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[4096];
      int passed = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        passed += n;
        if (passed > limit && cuts.getAndDecrement() > 0) {
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One side hung up, and so does the other.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
