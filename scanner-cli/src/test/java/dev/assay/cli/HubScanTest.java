package dev.assay.cli;

import static dev.assay.cli.RawServer.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ScanProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dataset repositories of a hub that a test plays: two pages of files, one of them in LFS. */
@Timeout(60)
class HubScanTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String API = "/api/datasets/acme/chats";
  private static final byte[] TRAIN = (Dataset.GOOD + "\n" + Dataset.BAD + "\n").getBytes(UTF_8);
  private static final byte[] TEST = (Dataset.good(7) + "\n").getBytes(UTF_8);

  private static final byte[] README =
      """
      ---
      license: mit
      configs:
      - config_name: chats
        data_files:
        - split: train
          path: data/train*
        - split: test
          path: ["data/test set.jsonl"]
      - config_name: more
        data_dir: more
      ---
      # Chats
      """
          .getBytes(UTF_8);

  @TempDir private Path work;
  private String trainDigest = sha256(TRAIN);

  @Test
  void allFilesOfACommitAreScannedAndVerified() throws Exception {
    try (RawServer hub = hub()) {
      RemoteScan scan = scan(hub, "hf://datasets/acme/chats@v1");

      assertThat(scan.summary().exitCode()).as(scan.problems()).isEqualTo(1);
      assertThat(scan.records())
          .extracting(r -> r.get("source").asText())
          .containsExactly(
              "hf://datasets/acme/chats@" + COMMIT + ":data/test set.jsonl",
              "hf://datasets/acme/chats@" + COMMIT + ":data/train.jsonl",
              "hf://datasets/acme/chats@" + COMMIT + ":data/train.jsonl");
      assertThat(scan.summary().otherFiles()).isEqualTo(1);
      assertThat(hub.requests()).extracting(RawServer.Request::path).contains(API + "/revision/v1");
      assertThat(hub.requests())
          .allMatch(
              r ->
                  r.path().startsWith("/cdn")
                      != "Bearer geheim".equals(r.headers().get("authorization")));
    }
  }

  @Test
  void aFileOrAFolderMayBeNamed() throws Exception {
    try (RawServer hub = hub()) {
      assertThat(scan(hub, "hf://datasets/acme/chats:data/test set.jsonl").records()).hasSize(1);
      assertThat(scan(hub, "hf://datasets/acme/chats@main:data/").records()).hasSize(3);
      failed(scan(hub, "hf://datasets/acme/chats:data/none.jsonl"), "does not have");
      failed(scan(hub, "hf://datasets/acme/other"), "answered 404");
      failed(scan(hub, "hf://models/acme/other"), "is no address of a dataset");
    }
  }

  @Test
  void configurationsAndSplitsAreChosenAsTheReadmeHasThem() throws Exception {
    try (RawServer hub = hub()) {
      RemoteScan train = scan(hub, "hf://datasets/acme/chats", Map.of("hf.split", "train"));
      assertThat(train.records()).as(train.problems()).hasSize(2);
      assertThat(Dataset.JSON.readTree(train.problems()).at("/coverage/leftOut/ignored").asInt())
          .isEqualTo(2);
      assertThat(scan(hub, "hf://datasets/acme/chats", Map.of("hf.config", "more,chats")).records())
          .hasSize(3);
      failed(
          scan(hub, "hf://datasets/acme/chats", Map.of("hf.split", "trian")),
          "has no split 'trian'; its README names train, test");
      failed(
          scan(hub, "hf://datasets/acme/chats", Map.of("hf.config", "german")),
          "has no configuration 'german'; its README names chats, more");
    }
  }

  @Test
  void whatIsNotWhatTheHubListsIsAnError() throws Exception {
    trainDigest = "f".repeat(64);
    try (RawServer hub = hub()) {
      RemoteScan scan = scan(hub, "hf://datasets/acme/chats");
      failed(scan, "expected SHA-256 " + trainDigest + ", found " + sha256(TRAIN));
      assertThat(scan.records()).hasSize(3);
    }
  }

  private RawServer hub() throws IOException {
    String train =
        "{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"data/train.jsonl\",\"lfs\":{\"oid\":\"%s\",\"size\":%d,\"pointerSize\":130}}"
            .formatted("a".repeat(40), TRAIN.length, trainDigest, TRAIN.length);
    String test =
        "{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"data/test set.jsonl\"}"
            .formatted(blob(TEST), TEST.length);
    String others =
        "{\"type\":\"directory\",\"oid\":\"%s\",\"size\":0,\"path\":\"data\"},{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"README.md\"}"
            .formatted("b".repeat(40), blob(README), README.length);
    String tree = API + "/tree/" + COMMIT;
    return RawServer.start(
        (request, n, out) -> {
          switch (request.path()) {
            case API + "/revision/main", API + "/revision/v1" ->
                json(out, "{\"id\":\"acme/chats\",\"sha\":\"" + COMMIT + "\"}");
            case API + "/tree/" + COMMIT + "?recursive=true" ->
                json(
                    out,
                    "[" + others + "," + train + "]",
                    "Link: <" + tree + "?recursive=true&cursor=x>; rel=\"next\"");
            case API + "/tree/" + COMMIT + "?recursive=true&cursor=x" ->
                json(out, "[" + test + "]");
            case API + "/tree/" + COMMIT + "/data",
                API + "/tree/" + COMMIT + "/data?recursive=true" ->
                json(out, "[" + train + "," + test + "]");
            case API + "/tree/" + COMMIT -> json(out, "[" + others + "]");
            case "/datasets/acme/chats/resolve/" + COMMIT + "/data/train.jsonl" ->
                head(
                    out,
                    "302 Found",
                    "Location: http://localhost:" + port(request) + "/cdn/train",
                    "Content-Length: 0");
            case "/datasets/acme/chats/resolve/" + COMMIT + "/data/test%20set.jsonl" ->
                RawServer.file(request, out, TEST, "\"2\"", TEST.length);
            case "/datasets/acme/chats/resolve/" + COMMIT + "/README.md" ->
                RawServer.file(request, out, README, "\"3\"", README.length);
            case "/cdn/train" -> RawServer.file(request, out, TRAIN, "\"1\"", TRAIN.length);
            default -> head(out, "404 Not Found", "Content-Length: 0");
          }
        });
  }

  private static String port(RawServer.Request request) {
    return List.of(request.headers().get("host").split(":")).get(1);
  }

  private static void json(OutputStream out, String body, String... headers) throws IOException {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: " + body.length();
    head(out, "200 OK", all);
    out.write(body.getBytes(UTF_8));
  }

  private RemoteScan scan(RawServer hub, String address) throws Exception {
    return scan(hub, address, Map.of());
  }

  private RemoteScan scan(RawServer hub, String address, Map<String, String> options)
      throws Exception {
    Map<String, String> all = new HashMap<>(options);
    all.put("hf.endpoint", hub.url(""));
    return RemoteScan.of(work, address, all, Map.of("HF_TOKEN", "geheim"), ScanProgress.NONE);
  }

  private static void failed(RemoteScan scan, String message) {
    assertThat(scan.summary().exitCode()).isEqualTo(3);
    assertThat(scan.problems()).contains(message);
  }

  private static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  private static String blob(byte[] bytes) {
    byte[] head = ("blob " + bytes.length + "\0").getBytes(UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    return digest("SHA-1", all);
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
