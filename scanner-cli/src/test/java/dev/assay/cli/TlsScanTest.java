package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with a certificate made for the test. */
class TlsScanTest {
  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");
  private static final char[] PASSWORD = "only-for-this-test".toCharArray();

  @TempDir private Path work;

  @Test
  void aRedirectFromHttpsToHttpIsNotFollowed() throws Exception {
    assumeTrue(Files.isExecutable(KEYTOOL), "this Java has no keytool");
    SSLContext own = context(keys());
    SSLContext before = SSLContext.getDefault();
    try (RawServer plain = RawServer.start((request, n, out) -> RawServer.head(out, "200 OK"))) {
      HttpsServer server = server(own, plain.url("/train.jsonl"));
      try {
        String url = "https://localhost:" + server.getAddress().getPort();
        RemoteScan untrusted = RemoteScan.of(work, url + "/train.jsonl");
        assertThat(untrusted.summary().exitCode()).isEqualTo(3);
        assertThat(untrusted.problems()).contains("no safe connection to localhost:");

        SSLContext.setDefault(own);
        RemoteScan scan = RemoteScan.of(work, url + "/train.jsonl");
        assertThat(scan.summary().exitCode()).isZero();
        assertThat(scan.records()).hasSize(1);
        RemoteScan downgraded = RemoteScan.of(work, url + "/away.jsonl");
        assertThat(downgraded.summary().exitCode()).isEqualTo(3);
        assertThat(downgraded.problems()).contains("to HTTP without encryption at 127.0.0.1:");
        assertThat(plain.requests()).isEmpty();
      } finally {
        server.stop(0);
        SSLContext.setDefault(before);
      }
    }
  }

  private static HttpsServer server(SSLContext context, String away) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    byte[] row = (Dataset.GOOD + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          boolean moved = exchange.getRequestURI().getPath().equals("/away.jsonl");
          if (moved) {
            exchange.getResponseHeaders().add("Location", away);
          }
          exchange.sendResponseHeaders(moved ? 302 : 200, moved ? -1 : row.length);
          if (!moved) {
            exchange.getResponseBody().write(row);
          }
          exchange.close();
        });
    server.start();
    return server;
  }

  private KeyStore keys() throws Exception {
    Path store = work.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                KEYTOOL.toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
