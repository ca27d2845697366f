package dev.assay.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.Reports;
import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that breaks in every way that stores break in, with good objects between: each failure is
 * named, the scan ends with 3, all records of the good ones are judged, and reports are whole. The
 * messages stand in docs/reference/source-failures.md.
 */
@Timeout(120)
class ToxicS3Test {
  private static final Path PAGE = Path.of("../docs/reference/source-failures.md");
  private static final int ROWS = 200;
  private static final byte[] DATA =
      IntStream.range(0, ROWS)
          .mapToObj(i -> "{\"prompt\":\"Question " + i + "\",\"completion\":\"Measure twice.\"}\n")
          .collect(Collectors.joining())
          .getBytes(UTF_8);

  @TempDir private Path work;
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", ToxicS3Test::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      String path = exchange.getRequestURI().getPath();
      switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "storm.jsonl" -> error(exchange, 503, "SlowDown");
        case "expired.jsonl" -> error(exchange, 400, "ExpiredToken");
        case "loop.jsonl" -> {
          exchange.getResponseHeaders().set("Location", path);
          exchange.sendResponseHeaders(307, -1);
        }
        case "cut.jsonl" -> object(exchange, "\"1\"", DATA.length, DATA.length / 2);
        case "size.jsonl" -> object(exchange, "\"1\"", DATA.length + (head ? 10 : 0), DATA.length);
        case "other.jsonl" -> object(exchange, head ? "\"1\"" : "\"2\"", DATA.length, DATA.length);
        default -> object(exchange, "\"1\"", DATA.length, DATA.length);
      }
    }
  }

  private static void object(HttpExchange exchange, String tag, long size, int sent)
      throws IOException {
    exchange.getResponseHeaders().set("ETag", tag);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    if (range != null) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (size - 1) + "/" + size);
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, size - from);
    exchange.getResponseBody().write(DATA, from, Math.max(0, sent - from));
    exchange.getResponseBody().flush();
    if (sent < size) {
      throw new IOException("cut on purpose");
    }
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body =
        ("<Error><Code>" + code + "</Code><Message>No.</Message></Error>").getBytes(UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void eachFailureIsNamedAndNothingElseIsLost() throws Exception {
    Map<String, String> toxics = new LinkedHashMap<>();
    toxics.put("s3://sets/cut.jsonl", "could not be read to its end");
    toxics.put("s3://sets/storm.jsonl", "answered 503 (SlowDown)");
    toxics.put("s3://sets/size.jsonl", "has another size than promised");
    toxics.put("s3://sets/other.jsonl", "changed while it was read");
    toxics.put("s3://sets/loop.jsonl", "answered 307");
    toxics.put("s3://sets/expired.jsonl", "answered 400 (ExpiredToken)");
    List<String> sources =
        Stream.of(
                Stream.of("s3://sets/first.jsonl"),
                toxics.keySet().stream(),
                Stream.of("s3://sets/last.jsonl"))
            .flatMap(part -> part)
            .toList();
    ScanConfig config =
        ScanConfig.builder(sources)
            .threads(2)
            .sourceOptions(
                Map.of(
                    "s3.endpoint",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "s3.anonymous",
                    "true",
                    "s3.back-off-ms",
                    "5",
                    "s3.retries",
                    "2"))
            .build();
    Path json = work.resolve("summary.json");
    Path records = work.resolve("records.jsonl");

    ScanSummary summary =
        Scanner.of(config)
            .scan(
                List.of(Reports.json(json), Reports.records(records)),
                ScanProgress.NONE,
                InputStream.nullInputStream());

    assertThat(summary.exitCode()).isEqualTo(3);
    assertThat(summary.unscannedFiles()).as(Files.readString(json)).isEqualTo(toxics.size());
    String page = Files.readString(PAGE);
    toxics.forEach(
        (uri, message) -> {
          assertThat(said(json, uri)).contains(message);
          assertThat(page).contains(message);
        });
    for (String good : List.of("s3://sets/first.jsonl", "s3://sets/last.jsonl")) {
      assertThat(Files.readAllLines(records))
          .filteredOn(line -> line.contains("\"" + good + "\""))
          .hasSize(ROWS);
    }
    try (Stream<Path> files = Files.list(work)) {
      assertThat(files).containsExactlyInAnyOrder(json, records);
    }
  }

  /** What a summary says of a file that was not scanned. */
  private static String said(Path json, String uri) {
    try {
      String text = Files.readString(json);
      int at = text.indexOf("\"" + uri + "\"", text.indexOf("\"unscanned\""));
      return at < 0 ? "" : text.substring(at, text.indexOf('}', at));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
