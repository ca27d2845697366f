package dev.assay.benchmarks;

import com.adobe.testing.s3mock.S3MockApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An S3 server on loopback in a process of its own; it ends when its standard input does. */
public final class StoreServer implements AutoCloseable {
  private static final String READY = "port ";

  private final Process process;
  private final int port;

  private StoreServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Serves a folder until standard input ends.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, Object> properties = new HashMap<>();
    properties.put(S3MockApplication.PROP_HTTP_PORT, S3MockApplication.RANDOM_PORT);
    properties.put(S3MockApplication.PROP_HTTPS_PORT, S3MockApplication.RANDOM_PORT);
    properties.put(S3MockApplication.PROP_SILENT, true);
    properties.put("com.adobe.testing.s3mock.store.root", arguments[0]);
    S3MockApplication server = S3MockApplication.start(properties);
    System.out.println(READY + server.getHttpPort());
    System.in.readAllBytes();
    server.stop();
    System.exit(0);
  }

  static StoreServer start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                StoreServer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new StoreServer(process, Integer.parseInt(line.substring(READY.length())));
      }
    }
    throw new IOException("the S3 server did not start");
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
    try {
      // Whoever owns the folder may delete it then.
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
