package dev.assay.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web server that does with its connections what a test wants, on loopback. One connection takes
 * one request.
 */
final class RawServer implements Closeable {
  record Request(String path, Map<String, String> headers) {
    /** Offset that a range begins at; 0 without. */
    int from() {
      String range = headers.getOrDefault("range", "bytes=0-");
      return Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
    }

    /** Whether only the size is wanted. */
    boolean isProbe() {
      return "bytes=0-0".equals(headers.get("range"));
    }
  }

  interface Answer {
    /**
     * @param number of the request among those that are no probes, from 1; 0 for a probe
     */
    void to(Request request, int number, OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final Answer answer;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private int number;

  private RawServer(ServerSocket socket, Answer answer) {
    this.socket = socket;
    this.answer = answer;
  }

  static RawServer start(Answer answer) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    RawServer server = new RawServer(socket, answer);
    Thread thread = new Thread(server::accept, "raw-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  /** All requests so far, probes too. */
  List<Request> requests() {
    return requests;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread thread = new Thread(() -> serve(connection), "raw-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      requests.add(request);
      int n = request.isProbe() ? 0 : next();
      answer.to(request, n, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (Exception e) {
      // The client hung up, or the test is over.
      return;
    }
  }

  private synchronized int next() {
    return ++number;
  }

  private static Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String path = in.readLine().split(" ")[1];
    Map<String, String> headers = new TreeMap<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Request(path, headers);
  }

  /** Writes the head of an answer; further headers as {@code Name: value}. */
  static void head(OutputStream out, String status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Answers a range or the whole with a file. */
  static void file(Request request, OutputStream out, byte[] file, String tag, int upTo)
      throws IOException {
    int from = request.from();
    if (request.headers().containsKey("range")) {
      head(
          out,
          "206 Partial Content",
          "ETag: " + tag,
          "Content-Range: bytes " + from + "-" + (file.length - 1) + "/" + file.length,
          "Content-Length: " + (file.length - from));
    } else {
      head(out, "200 OK", "ETag: " + tag, "Content-Length: " + file.length);
    }
    out.write(file, from, Math.max(0, Math.min(upTo, file.length) - from));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
