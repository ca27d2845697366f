package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Repositories over HTTP on this machine: the real {@code git http-backend}, and a Git LFS server
 * that can be told to misbehave.
 */
final class GitServer implements AutoCloseable {
  /** Answers 503 to so many requests. */
  final AtomicInteger storm = new AtomicInteger();

  /** Breaks so many downloads off in the middle. */
  final AtomicInteger cuts = new AtomicInteger();

  /** What goes wrong, each time: by the name of a repository, or by an object of Git LFS. */
  enum Harm {
    STORM,
    LOOP,
    EXPIRED,
    CUT,
    FLIP
  }

  final Map<String, Harm> harms = new ConcurrentHashMap<>();

  final AtomicInteger requests = new AtomicInteger();
  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path root;
  private volatile String login = "";

  private GitServer(Path root) throws IOException {
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Serves the repositories in a folder. */
  static GitServer of(Path root) throws IOException {
    return new GitServer(root);
  }

  /** Only this login is let in. */
  void require(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    login = "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  String url(String path) {
    return url("", path);
  }

  String url(String user, String path) {
    return "git+http://" + user + "127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** What stands in a repository for an object of Git LFS. */
  static String pointer(String oid, long size) {
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" + oid + "\nsize " + size;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      byte[] asked = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (storm.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else if (!login.isEmpty()
          && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"data\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (path.endsWith("/info/lfs/objects/batch")) {
        batch(exchange, asked);
      } else if (path.startsWith("/lfs/")) {
        String oid = path.substring("/lfs/".length());
        if (!refused(exchange, harms.get(oid))) {
          download(exchange, oid);
        }
      } else if (!refused(exchange, harms.get(path.split("/")[1]))) {
        git(exchange, asked);
      }
    }
  }

  private static boolean refused(HttpExchange exchange, @Nullable Harm harm) throws IOException {
    int status =
        harm == Harm.STORM ? 503 : harm == Harm.LOOP ? 302 : harm == Harm.EXPIRED ? 401 : 0;
    if (status == 0) {
      return false;
    }
    exchange.getResponseHeaders().set("Location", exchange.getRequestURI().toString());
    exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"data\"");
    exchange.sendResponseHeaders(status, -1);
    return true;
  }

  private void batch(HttpExchange exchange, byte[] asked) throws IOException {
    JsonNode object = Dataset.JSON.readTree(asked).path("objects").path(0);
    String oid = object.path("oid").asText();
    String action =
        objects.containsKey(oid)
            ? "\"actions\":{\"download\":{\"href\":\"http://127.0.0.1:"
                + server.getAddress().getPort()
                + "/lfs/"
                + oid
                + "\"}}"
            : "\"error\":{\"code\":404,\"message\":\"gone\"}";
    String answer =
        "{\"transfer\":\"basic\",\"objects\":[{\"oid\":\"" + oid + "\"," + action + "}]}";
    send(exchange, 200, answer.getBytes(StandardCharsets.UTF_8), 0);
  }

  private void download(HttpExchange exchange, String oid) throws IOException {
    byte[] bytes = objects.get(oid);
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    String part = "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length;
    exchange.getResponseHeaders().set("Content-Range", part);
    boolean cut = harms.get(oid) == Harm.CUT;
    if (cut || cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
      exchange.getResponseBody().write(bytes, from, (bytes.length - from) / 2);
      exchange.getResponseBody().flush();
      throw new IOException("cut on purpose");
    }
    send(exchange, from > 0 ? 206 : 200, bytes, from);
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes, int from)
      throws IOException {
    exchange.sendResponseHeaders(status, bytes.length - from);
    exchange.getResponseBody().write(bytes, from, bytes.length - from);
  }

  private void git(HttpExchange exchange, byte[] asked) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> variables = builder.environment();
    variables.put("GIT_PROJECT_ROOT", root.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("GIT_CONFIG_COUNT", "1");
    variables.put("GIT_CONFIG_KEY_0", "safe.directory");
    variables.put("GIT_CONFIG_VALUE_0", "*");
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("PATH_INFO", exchange.getRequestURI().getPath());
    String query = exchange.getRequestURI().getQuery();
    variables.put("QUERY_STRING", query == null ? "" : query);
    variables.put("CONTENT_LENGTH", String.valueOf(asked.length));
    header(exchange, "Content-Type", "CONTENT_TYPE", variables);
    header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", variables);
    header(exchange, "Git-Protocol", "GIT_PROTOCOL", variables);
    Process process = builder.start();
    threads.execute(
        () -> {
          try (OutputStream in = process.getOutputStream()) {
            in.write(asked);
          } catch (IOException e) {
            process.destroy();
          }
        });
    try (InputStream out = process.getInputStream()) {
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        if (name.equals("Status")) {
          status = Integer.parseInt(value.substring(0, 3));
        } else {
          exchange.getResponseHeaders().set(name, value);
        }
      }
      send(exchange, status, out.readAllBytes());
    }
  }

  /** Harm is done to what holds a pack. */
  private void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    Harm harm = harms.get(exchange.getRequestURI().getPath().split("/")[1]);
    boolean pack = new String(bytes, StandardCharsets.ISO_8859_1).contains("PACK");
    if (pack && harm == Harm.FLIP) {
      bytes[bytes.length - 60] ^= 1;
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (pack && harm == Harm.CUT) {
      exchange.getResponseBody().write(bytes, 0, bytes.length - 60);
      exchange.getResponseBody().flush();
      throw new IOException("cut on purpose");
    }
    exchange.getResponseBody().write(bytes);
  }

  private static void header(
      HttpExchange exchange, String name, String variable, Map<String, String> variables) {
    String value = exchange.getRequestHeaders().getFirst(name);
    if (value != null) {
      variables.put(variable, value);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
