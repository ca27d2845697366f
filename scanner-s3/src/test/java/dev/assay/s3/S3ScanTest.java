package dev.assay.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import com.sun.net.httpserver.HttpServer;
import dev.assay.Reports;
import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.samples.MixedChats;
import dev.assay.samples.TextFiles;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Datasets in a real object store that runs in this process, and in broken ones. */
@Timeout(120)
class S3ScanTest {
  private static final int ROWS = 3_000;
  private static final String TRAIN = rows(ROWS);

  @TempDir private static Path store;
  private static S3MockApplication mock;
  private static S3Client client;

  @TempDir private Path work;

  private static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"prompt\":\"Question " + i + "\",\"completion\":\"Measure twice.\"}\n")
        .collect(Collectors.joining());
  }

  @BeforeAll
  static void start() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(S3MockApplication.PROP_HTTP_PORT, S3MockApplication.RANDOM_PORT);
    properties.put(S3MockApplication.PROP_HTTPS_PORT, S3MockApplication.RANDOM_PORT);
    properties.put(S3MockApplication.PROP_SILENT, true);
    properties.put("com.adobe.testing.s3mock.store.root", store.toString());
    mock = S3MockApplication.start(properties);
    client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(URI.create(endpoint()))
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createBucket(bucket -> bucket.bucket("sets"));
    client.createBucket(bucket -> bucket.bucket("versions"));
    put("sets", "chat/train.jsonl", TRAIN);
    put("sets", "chat/more/test set.jsonl", rows(2));
    put("sets", "chat/README.md", "words");
    put("sets", "chatter.jsonl", rows(1));
  }

  @AfterAll
  static void stop() {
    client.close();
    mock.stop();
  }

  private static String endpoint() {
    return "http://127.0.0.1:" + mock.getHttpPort();
  }

  private static void put(String bucket, String key, String text) {
    client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private record Scan(ScanSummary summary, String json, List<String> records) {}

  private Scan scan(String address, String... options) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("s3.endpoint", endpoint());
    all.put("s3.anonymous", "true");
    all.put("s3.back-off-ms", "5");
    all.put("s3.timeout-ms", "4000");
    for (String option : options) {
      all.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
    }
    ScanConfig config = ScanConfig.builder(List.of(address)).threads(2).sourceOptions(all).build();
    Path json = work.resolve("summary.json");
    Path records = work.resolve("records.jsonl");
    List<ReportWriter> reports = List.of(Reports.json(json), Reports.records(records));
    ScanSummary summary =
        Scanner.of(config).scan(reports, ScanProgress.NONE, InputStream.nullInputStream());
    return new Scan(summary, Files.readString(json), Files.readAllLines(records));
  }

  @Test
  void anObjectOrAllUnderAPrefixIsScanned() throws Exception {
    Scan one = scan("s3://sets/chat/train.jsonl");
    assertThat(one.summary().exitCode()).as(one.json()).isZero();
    assertThat(one.records()).hasSize(ROWS);
    assertThat(one.records().get(0)).contains("\"source\":\"s3://sets/chat/train.jsonl\"");

    Scan all = scan("s3://sets/chat");
    assertThat(all.summary().exitCode()).as(all.json()).isZero();
    assertThat(all.records()).hasSize(ROWS + 2);
    assertThat(all.summary().otherFiles()).isEqualTo(1);
    assertThat(scan("s3://sets/chat/more/").records()).hasSize(2);
    assertThat(scan("s3://sets").records()).hasSize(ROWS + 3);
  }

  /** All other sources have the same test in the module of the command line. */
  @Test
  void theSameRecordsHaveTheSameVerdictsAsOnDisk() throws Exception {
    int count = Integer.getInteger("same.records", 2_000);
    Path file = work.resolve("mixed.jsonl");
    TextFiles.jsonl(file, MixedChats.of(count));
    client.putObject(put -> put.bucket("sets").key("same/mixed.jsonl"), file);

    List<String> there = judged(scan("s3://sets/same/mixed.jsonl"));
    assertThat(there).hasSize(count).isEqualTo(judged(scan(file.toString())));
    assertThat(there).anyMatch(line -> line.contains("\"suspect\""));
  }

  private static List<String> judged(Scan scan) {
    return scan.records().stream()
        .map(line -> line.replaceFirst("\"source\":\"[^\"]*\"", ""))
        .toList();
  }

  @Test
  void moreObjectsThanAPageHoldsAreAllFound() throws Exception {
    client.createBucket(bucket -> bucket.bucket("many"));
    for (int i = 0; i < 7; i++) {
      put("many", "part-" + i + ".jsonl", rows(1));
    }
    assertThat(scan("s3://many", "s3.page-size=3").records()).hasSize(7);
  }

  @Test
  void aVersionIsScannedThoughANewerOneIsThere() throws Exception {
    client.putBucketVersioning(
        put ->
            put.bucket("versions")
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    put("versions", "a.jsonl", rows(3));
    String version = client.headObject(head -> head.bucket("versions").key("a.jsonl")).versionId();
    put("versions", "a.jsonl", rows(1));

    Scan scan = scan("s3://versions/a.jsonl?versionId=" + version);
    assertThat(scan.records()).hasSize(3);
    assertThat(scan.records().get(0)).contains("a.jsonl?versionId=" + version);
    assertThat(scan("s3://versions/a.jsonl").records()).hasSize(1);
  }

  @Test
  void aCutConnectionIsResumed() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(mock.getHttpPort(), 50_000, 2)) {
      Scan scan = scan("s3://sets/chat/train.jsonl", "s3.endpoint=" + proxy.url());
      assertThat(scan.summary().exitCode()).as(scan.json()).isZero();
      assertThat(scan.records()).hasSize(ROWS);
      assertThat(proxy.left()).isZero();
    }
    try (CuttingProxy proxy = new CuttingProxy(mock.getHttpPort(), 50_000, 1_000)) {
      Scan scan = scan("s3://sets/chat/train.jsonl", "s3.endpoint=" + proxy.url(), "s3.retries=1");
      failed(scan, "could not be read to its end");
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    failed(scan("s3://nowhere/train.jsonl"), "there is no bucket nowhere");
    failed(scan("s3://sets/none.jsonl"), "has neither the object none.jsonl nor any below it");
    failed(scan("s3://sets/chat/train.jsonl", "s3.max-bytes=100"), "larger than the limit of 100");
    failed(scan("s3://x"), "is no address in an object store");
    assertThatThrownBy(() -> scan("s3://sets", "s3.path-style=maybe"))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("s3.path-style takes true or false");
    failed(
        scan("s3://sets/a", "s3.endpoint=http://127.0.0.1:1", "s3.retries=1"),
        "the connection to 127.0.0.1:1 failed (2 attempts in a row failed)");
  }

  @Test
  void refusalsSayWhatToDo() throws Exception {
    refused(403, "AccessDenied", "may not read it");
    refused(400, "ExpiredToken", "log in again");
    refused(403, "RequestTimeTooSkewed", "clock is wrong");
    refused(403, "SignatureDoesNotMatch", "credentials are not accepted");
    refused(503, "SlowDown", "answered 503");
  }

  private void refused(int status, String code, String advice) throws Exception {
    byte[] body =
        ("<Error><Code>" + code + "</Code><Message>No.</Message></Error>").getBytes(UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger asked = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.getResponseHeaders().add("Content-Type", "application/xml");
          exchange.sendResponseHeaders(status, head ? -1 : body.length);
          if (!head) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    try {
      String where = "127.0.0.1:" + server.getAddress().getPort();
      Scan scan = scan("s3://sets/a.jsonl", "s3.endpoint=http://" + where, "s3.retries=2");
      failed(scan, advice);
      assertThat(scan.json()).contains(where, Integer.toString(status), code);
    } finally {
      server.stop(0);
    }
  }

  private static void failed(Scan scan, String message) {
    assertThat(scan.summary().exitCode()).isEqualTo(3);
    assertThat(scan.json()).contains(message);
  }
}
