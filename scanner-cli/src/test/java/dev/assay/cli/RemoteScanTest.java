package dev.assay.cli;

import static dev.assay.cli.RawServer.file;
import static dev.assay.cli.RawServer.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ScanProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files on web servers that are well, slow, broken or hostile: all records are judged, or the scan
 * ends with 3 and says why.
 */
@Timeout(60)
class RemoteScanTest {
  private static final int ROWS = 3_000;
  private static final byte[] DATA = data();

  @TempDir private Path work;

  private static byte[] data() {
    String rows =
        IntStream.range(0, ROWS).mapToObj(Dataset::good).collect(Collectors.joining("\n"));
    return (rows + "\n" + Dataset.BAD + "\n").getBytes(UTF_8);
  }

  @Test
  void aFileIsScannedAsIfItLayHere() throws Exception {
    Path local = Files.write(work.resolve("train.jsonl"), DATA);
    RemoteScan here = RemoteScan.of(work, local.toString());
    AtomicLong total = new AtomicLong();
    ScanProgress progress = (uri, done, of, records) -> total.set(of);
    try (RawServer server =
        RawServer.start((request, n, out) -> file(request, out, DATA, "\"1\"", DATA.length))) {
      String url = server.url("/train.jsonl");
      RemoteScan there = RemoteScan.of(work, url, Map.of(), Map.of(), progress);

      assertThat(there.summary().exitCode()).isZero();
      assertThat(there.records()).hasSize(ROWS + 1);
      assertThat(there.records())
          .extracting(r -> r.get("record") + " " + r.get("verdict") + r.get("line"))
          .isEqualTo(
              here.records().stream()
                  .map(r -> r.get("record") + " " + r.get("verdict") + r.get("line"))
                  .toList());
      assertThat(there.records().get(0).get("source").asText()).isEqualTo(url);
      assertThat(there.summary().files().get(0).sha256())
          .isEqualTo(here.summary().files().get(0).sha256());
      assertThat(total).hasValue(DATA.length);
    }
  }

  @Test
  void compressedFilesAndQueriesAreRead() throws Exception {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      out.write("question,answer\na,b\nc,d\n".getBytes(UTF_8));
    }
    byte[] file = gz.toByteArray();
    try (RawServer server =
        RawServer.start((request, n, out) -> file(request, out, file, "\"1\"", file.length))) {
      RemoteScan scan = RemoteScan.of(work, server.url("/t.csv.gz?sig=geheim"));

      assertThat(scan.summary().exitCode()).isZero();
      assertThat(scan.records()).hasSize(2);
      assertThat(scan.records().get(0).get("source").asText())
          .matches(".*/t\\.csv\\.gz\\?[0-9a-f]{8}");
      assertThat(scan.problems()).doesNotContain("geheim");
    }
  }

  @Test
  void aCutConnectionIsResumedWhereItWas() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) ->
                file(
                    request,
                    out,
                    DATA,
                    "\"1\"",
                    n == 1 ? 100_001 : n == 2 ? 300_003 : DATA.length))) {
      complete(RemoteScan.of(work, server.url("/train.jsonl")));

      // Bytes that were on the way when the connection was cut may be asked for again.
      int first = server.requests().get(2).from();
      assertThat(first).isBetween(1, 100_001);
      assertThat(server.requests().get(2).headers()).containsEntry("if-range", "\"1\"");
      assertThat(server.requests().get(3).from()).isBetween(first, 300_003);
    }
  }

  @Test
  void withoutRangesAndTagsTheBeginningIsReadAgainAndCompared() throws Exception {
    try (RawServer server =
        RawServer.start((request, n, out) -> plain(out, DATA, n == 1 ? 200_000 : DATA.length))) {
      complete(RemoteScan.of(work, server.url("/train.jsonl")));
    }
    byte[] other = DATA.clone();
    other[100] = 'Z';
    try (RawServer server =
        RawServer.start(
            (request, n, out) ->
                plain(out, n <= 1 ? DATA : other, n == 1 ? 200_000 : DATA.length))) {
      failed(RemoteScan.of(work, server.url("/train.jsonl")), "changed while it was read");
    }
  }

  private static void plain(OutputStream out, byte[] file, int upTo) throws IOException {
    head(out, "200 OK", "Content-Length: " + file.length);
    out.write(file, 0, upTo);
  }

  @Test
  void anotherTagInTheMiddleIsAnError() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              if (n <= 1) {
                file(request, out, DATA, "\"1\"", 300_000);
              } else {
                head(out, "200 OK", "ETag: \"2\"", "Content-Length: " + DATA.length);
                out.write(DATA);
              }
            })) {
      RemoteScan scan = RemoteScan.of(work, server.url("/train.jsonl"));
      failed(scan, "changed while it was read (its ETag");
      assertThat(scan.records()).isNotEmpty();
    }
  }

  @Test
  void aStormIsSatOutAndOneWithoutEndIsGivenUp() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              if (n <= 3) {
                head(out, "503 Service Unavailable", "Content-Length: 0", "Retry-After: 0");
              } else {
                file(request, out, DATA, "\"1\"", DATA.length);
              }
            })) {
      complete(RemoteScan.of(work, server.url("/train.jsonl")));
    }
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> head(out, "503 Service Unavailable", "Content-Length: 0"))) {
      failed(RemoteScan.of(work, server.url("/x.jsonl")), "answered 503 (unavailable) (4 attempts");
      assertThat(server.requests()).hasSize(5);
    }
    try (RawServer server =
        RawServer.start(
            (request, n, out) ->
                head(out, "429 Slow Down", "Content-Length: 0", "Retry-After: 9999"))) {
      failed(RemoteScan.of(work, server.url("/x.jsonl")), "asks to come back in 9999 s");
    }
  }

  @Test
  void aFileShorterThanItsContentLengthIsNeverTakenForWhole() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              head(out, "200 OK", "Content-Length: " + (DATA.length + 10));
              out.write(DATA);
            })) {
      RemoteScan scan = RemoteScan.of(work, server.url("/train.jsonl"));
      failed(scan, DATA.length + " bytes were read");
      assertThat(scan.records()).hasSize(ROWS + 1);
    }
  }

  @Test
  void aPinnedDigestHoldsOrBothAreNamed() throws Exception {
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(DATA));
    String wrong = "0".repeat(64);
    try (RawServer server =
        RawServer.start((request, n, out) -> file(request, out, DATA, "\"1\"", DATA.length))) {
      complete(RemoteScan.of(work, server.url("/train.jsonl#sha256=" + digest)));
      RemoteScan drift = RemoteScan.of(work, server.url("/train.jsonl#sha256=" + wrong));
      failed(drift, wrong);
      assertThat(drift.problems()).contains(digest);
      failed(RemoteScan.of(work, server.url("/train.jsonl#sha256=12")), "64 hexadecimal digits");
    }
  }

  @Test
  void redirectsAreFollowedButNotForever() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              switch (request.path()) {
                case "/a" -> head(out, "302 Found", "Location: b", "Content-Length: 0");
                case "/b" -> head(out, "307 Moved", "Location: /c.jsonl", "Content-Length: 0");
                case "/c.jsonl" -> file(request, out, DATA, "\"1\"", DATA.length);
                case "/circle" -> head(out, "302 Found", "Location: /circle", "Content-Length: 0");
                case "/file" ->
                    head(out, "302 Found", "Location: file:///etc/x", "Content-Length: 0");
                default ->
                    head(
                        out, "302 Found", "Location: " + request.path() + "x", "Content-Length: 0");
              }
            })) {
      complete(RemoteScan.of(work, server.url("/a")));
      failed(RemoteScan.of(work, server.url("/circle")), "in a circle");
      failed(RemoteScan.of(work, server.url("/endless")), "more than 10 times");
      failed(RemoteScan.of(work, server.url("/file")), "to what is no web address");
    }
  }

  @Test
  void whoeverTricklesIsGivenUp() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              head(out, "200 OK", "Content-Length: 1000000");
              for (int i = 0; i < 200; i++) {
                out.write('{');
                out.flush();
                Thread.sleep(20);
              }
            })) {
      Map<String, String> options = Map.of("http.timeout-ms", "300", "http.retries", "1");
      RemoteScan scan =
          RemoteScan.of(work, server.url("/x.jsonl"), options, Map.of(), ScanProgress.NONE);
      failed(scan, "sent next to nothing for 300 ms");
    }
    try (RawServer server = RawServer.start((request, n, out) -> Thread.sleep(5000))) {
      Map<String, String> options = Map.of("http.timeout-ms", "200", "http.retries", "1");
      RemoteScan scan =
          RemoteScan.of(work, server.url("/x.jsonl"), options, Map.of(), ScanProgress.NONE);
      failed(scan, "did not answer in time");
    }
  }

  @Test
  void limitsHoldWithAndWithoutAKnownSize() throws Exception {
    Map<String, String> options = Map.of("http.max-bytes", "100000");
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              head(
                  out,
                  "200 OK",
                  request.path().equals("/known") ? "Content-Length: " + DATA.length : "X: y");
              out.write(DATA);
            })) {
      for (String path : new String[] {"/known", "/unknown"}) {
        failed(
            RemoteScan.of(work, server.url(path), options, Map.of(), ScanProgress.NONE),
            "larger than the limit of 100000 bytes");
      }
    }
  }

  @Test
  void anAnswerThatIsNoFileIsAnError() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              if (request.path().equals("/login.jsonl")) {
                head(out, "200 OK", "Content-Type: text/html", "Content-Length: 0");
              } else {
                head(out, request.path().substring(1) + " No", "Content-Length: 0");
              }
            })) {
      failed(RemoteScan.of(work, server.url("/login.jsonl")), "sent a web page in its place");
      failed(
          RemoteScan.of(work, server.url("/404")), "answered 404 (not found): check the address");
      failed(RemoteScan.of(work, server.url("/403")), "No credentials were sent");
    }
    failed(RemoteScan.of(work, "http://127.0.0.1:1/x.jsonl"), "no connection to 127.0.0.1:1");
    RemoteScan secret = RemoteScan.of(work, "http://user:ge/heim@127.0.0.1:1/x.jsonl");
    failed(secret, "password");
    assertThat(secret.problems()).doesNotContain("heim");
  }

  @Test
  void aTokenGoesToItsHostAlone() throws Exception {
    RawServer.Answer fenced =
        (request, n, out) -> {
          if (request.path().equals("/away")) {
            head(out, "302 Found", "Location: " + work.getFileName(), "Content-Length: 0");
          } else if ("Bearer geheim".equals(request.headers().get("authorization"))) {
            file(request, out, DATA, "\"1\"", DATA.length);
          } else {
            head(out, "401 Unauthorized", "Content-Length: 0");
          }
        };
    try (RawServer server = RawServer.start(fenced)) {
      String host = server.url("").substring("http://".length());
      Map<String, String> right =
          Map.of("ASSAY_HTTP_TOKEN", "geheim", "ASSAY_HTTP_TOKEN_HOST", host);
      complete(RemoteScan.of(work, server.url("/x.jsonl"), Map.of(), right, ScanProgress.NONE));

      Map<String, String> expired =
          Map.of("ASSAY_HTTP_TOKEN", "oldgeheim", "ASSAY_HTTP_TOKEN_HOST", host);
      RemoteScan scan =
          RemoteScan.of(work, server.url("/x.jsonl"), Map.of(), expired, ScanProgress.NONE);
      failed(scan, "not accepted: are they expired");
      assertThat(scan.problems()).doesNotContain("geheim");

      try (RawServer other =
          RawServer.start(
              (request, n, out) ->
                  head(
                      out,
                      "302 Found",
                      "Location: " + server.url("/x.jsonl"),
                      "Content-Length: 0"))) {
        String otherHost = other.url("").substring("http://".length());
        Map<String, String> others =
            Map.of("ASSAY_HTTP_TOKEN", "geheim", "ASSAY_HTTP_TOKEN_HOST", otherHost);
        failed(
            RemoteScan.of(work, other.url("/x.jsonl"), Map.of(), others, ScanProgress.NONE),
            "No credentials were sent");
      }

      Path netrc =
          Files.writeString(work.resolve("netrc"), "machine 127.0.0.1 login a password b\n");
      try (RawServer basic =
          RawServer.start(
              (request, n, out) -> {
                assertThat(request.headers()).containsEntry("authorization", "Basic YTpi");
                file(request, out, DATA, "\"1\"", DATA.length);
              })) {
        complete(
            RemoteScan.of(
                work,
                basic.url("/x.jsonl"),
                Map.of(),
                Map.of("NETRC", netrc.toString()),
                ScanProgress.NONE));
      }
    }
  }

  @Test
  void anInterruptEndsTheScanAtOnce() throws Exception {
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> {
              head(out, "200 OK", "Content-Length: " + DATA.length);
              out.write(DATA, 0, 100_000);
              out.flush();
              Thread.sleep(30_000);
            })) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Map<String, String> patient = Map.of("http.timeout-ms", "60000");
      Thread scan =
          new Thread(
              () -> {
                try {
                  RemoteScan.of(work, server.url("/x.jsonl"), patient, Map.of(), ScanProgress.NONE);
                } catch (Throwable e) {
                  thrown.set(e);
                }
              });
      scan.start();
      while (server.requests().size() < 2) {
        Thread.sleep(20);
      }
      Thread.sleep(200);
      scan.interrupt();
      scan.join(5_000);
      assertThat(scan.isAlive()).isFalse();
      assertThat(thrown.get()).hasMessageContaining("interrupted");
    }
  }

  @Test
  void theCommandLineEndsWithThree() throws Exception {
    try (RawServer server =
        RawServer.start((request, n, out) -> head(out, "404 Not Found", "Content-Length: 0"))) {
      Path report = work.resolve("report.json");
      Launch launch = Launch.of("scan", server.url("/train.jsonl"), "--json", report.toString());
      assertThat(launch.exitCode()).isEqualTo(3);
      assertThat(launch.out()).contains(server.url("/train.jsonl"), "404 (not found)");
      assertThat(Dataset.json(report).get("files")).isEmpty();
    }
    Launch usage =
        Launch.of("scan", "https://127.0.0.1:1/x", "--source-option", "http.retries=many");
    assertThat(usage.exitCode()).isEqualTo(2);
    assertThat(usage.err()).contains("http.retries takes a whole number");
  }

  private static void complete(RemoteScan scan) {
    assertThat(scan.summary().unscannedFiles()).as(scan.problems()).isZero();
    assertThat(scan.summary().exitCode()).isZero();
    assertThat(scan.records()).hasSize(ROWS + 1);
  }

  private static void failed(RemoteScan scan, String message) {
    assertThat(scan.summary().exitCode()).isEqualTo(3);
    assertThat(scan.problems()).contains(message);
  }
}
