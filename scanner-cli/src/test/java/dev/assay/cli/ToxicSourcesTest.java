package dev.assay.cli;

import static dev.assay.cli.RawServer.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.GitServer.Harm;
import dev.assay.report.ScanProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can go wrong, all at once and between files that are well: each is named with its
 * message, the scan ends with 3, all records of the others are judged, and reports are whole. The
 * messages stand in docs/reference/source-failures.md; S3 has the same test in its module.
 */
@Timeout(120)
class ToxicSourcesTest {
  private static final Path PAGE = Path.of("../docs/reference/source-failures.md");
  private static final int ROWS = 200;
  private static final byte[] DATA = data("any");
  private static final String ZEROS = "0".repeat(64);

  @TempDir private Path work;
  private final List<Toxic> toxics = new ArrayList<>();
  private String first;
  private String last;

  /**
   * @param uri what it is named in reports
   * @param message part of what is said of it, as the page of failures has it
   */
  private record Toxic(String uri, String message) {}

  private static byte[] data(String word) {
    return IntStream.range(0, ROWS)
        .mapToObj(row -> Dataset.chat("Question " + row, "Measure twice, cut once: " + word) + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  @BeforeEach
  void goodFiles() throws IOException {
    first = Files.write(work.resolve("first.jsonl"), data("first")).toString();
    last = Files.write(work.resolve("last.jsonl"), data("last")).toString();
  }

  @Test
  void onWebServers() throws Exception {
    try (RawServer server = RawServer.start(ToxicSourcesTest::answer)) {
      List<String> sources = new ArrayList<>(List.of(first));
      for (String[] toxic :
          new String[][] {
            {"/cut.jsonl", "", "could not be read to its end"},
            {"/storm.jsonl", "", "answered 503 (unavailable)"},
            {"/short.jsonl", "", "could not be read to its end"},
            {"/other.jsonl", "#sha256=" + ZEROS, "is not what the digest in its address promises"},
            {"/loop.jsonl", "", "is redirected in a circle"},
            {"/expired.jsonl", "", "were sent and not accepted: are they expired"},
          }) {
        sources.add(server.url(toxic[0] + toxic[1]));
        toxics.add(new Toxic(server.url(toxic[0]), toxic[2]));
      }
      sources.add(last);
      String host = server.url("").substring("http://".length());
      check(sources, 2 * ROWS, Map.of("ASSAY_HTTP_TOKEN", "old", "ASSAY_HTTP_TOKEN_HOST", host));
    }
  }

  private static void answer(RawServer.Request request, int number, OutputStream out)
      throws IOException {
    switch (request.path()) {
      case "/cut.jsonl" -> RawServer.file(request, out, DATA, "\"1\"", DATA.length / 2);
      case "/storm.jsonl" -> head(out, "503 Service Unavailable", "Content-Length: 0");
      case "/short.jsonl" -> {
        head(out, "200 OK", "Content-Length: " + (DATA.length + 100));
        out.write(DATA);
      }
      case "/loop.jsonl" -> head(out, "302 Found", "Location: /loop.jsonl", "Content-Length: 0");
      case "/expired.jsonl" -> head(out, "401 Unauthorized", "Content-Length: 0");
      default -> RawServer.file(request, out, DATA, "\"1\"", DATA.length);
    }
  }

  @Test
  void onGitServers() throws Exception {
    GitFolder repository = GitFolder.init(work.resolve("repository"));
    Files.write(repository.path().resolve("good.jsonl"), DATA);
    repository.commit();
    try (GitServer server = GitServer.of(work)) {
      List<String> sources = new ArrayList<>(List.of(first));
      for (Object[] toxic :
          new Object[][] {
            {Harm.CUT, "", "broke off while it was fetched"},
            {Harm.STORM, "", "answered 503"},
            {Harm.FLIP, "", "what its server sent is damaged"},
            {Harm.LOOP, "", "in a circle, too often, or to no repository"},
            {Harm.EXPIRED, "ada:old@", "refused the login (401): it may have expired"},
          }) {
        String name = toxic[0].toString().toLowerCase(java.util.Locale.ROOT);
        server.harms.put(name, (Harm) toxic[0]);
        Files.createSymbolicLink(work.resolve(name), repository.path());
        sources.add(server.url((String) toxic[1], name + "@main"));
        toxics.add(new Toxic(server.url(name), (String) toxic[2]));
      }
      sources.add(server.url("repository@main"));
      sources.add(last);
      check(sources, 3 * ROWS, Map.of());
    }
  }

  @Test
  void onGitLfsServers() throws Exception {
    GitFolder repository = GitFolder.init(work.resolve("repository"));
    try (GitServer server = GitServer.of(work)) {
      String folder = server.url("repository@main:");
      for (Object[] toxic :
          new Object[][] {
            {"cut", Harm.CUT, "could not be read to its end"},
            {"storm", Harm.STORM, "answered 503 (unavailable)"},
            {"loop", Harm.LOOP, "is redirected in a circle"},
            {"expired", Harm.EXPIRED, "answered 401 (not authorized)"},
            {"longer", null, "has another size than promised"},
            {"shorter", null, "has another size than promised"},
            {"other", null, "is not what the digest of its Git LFS pointer promises"},
            {"good", null, ""},
          }) {
        String name = (String) toxic[0];
        String oid = object(repository, server, name);
        if (toxic[1] != null) {
          server.harms.put(oid, (Harm) toxic[1]);
        }
        if (!name.equals("good")) {
          toxics.add(new Toxic(folder + name + ".jsonl", (String) toxic[2]));
        }
      }
      repository.commit();
      check(List.of(first, server.url("repository@main"), last), 3 * ROWS, Map.of());
    }
  }

  private static String object(GitFolder repository, GitServer server, String name)
      throws IOException {
    byte[] bytes = data(name);
    String oid = GitServer.sha256(bytes);
    repository.file(name + ".jsonl", GitServer.pointer(oid, bytes.length));
    byte[] flipped = bytes.clone();
    flipped[flipped.length - 6] ^= 1;
    server.objects.put(
        oid,
        switch (name) {
          case "longer" -> Arrays.copyOf(bytes, bytes.length + 1);
          case "shorter" -> Arrays.copyOf(bytes, bytes.length - 100);
          case "other" -> flipped;
          default -> bytes;
        });
    return oid;
  }

  /** At least these records, since what came before a failure is judged too. */
  private void check(List<String> sources, int records, Map<String, String> environment)
      throws Exception {
    Path out = Files.createDirectory(work.resolve("out"));
    List<String> before = temporary();

    RemoteScan scan = RemoteScan.of(out, sources, Map.of(), environment, ScanProgress.NONE);

    assertThat(scan.summary().exitCode()).isEqualTo(3);
    JsonNode unscanned = Dataset.JSON.readTree(scan.problems()).at("/unscanned");
    String page = Files.readString(PAGE);
    for (Toxic toxic : toxics) {
      assertThat(unscanned.path("first"))
          .as(toxic.uri())
          .anySatisfy(
              one -> {
                assertThat(one.toString()).contains(toxic.uri());
                assertThat(one.path("message").asText()).contains(toxic.message());
              });
      assertThat(page).contains(toxic.message());
    }
    assertThat(unscanned.path("total").asInt()).as(scan.problems()).isEqualTo(toxics.size());
    assertThat(scan.records()).hasSizeGreaterThanOrEqualTo(records);
    for (String good : List.of(first, last)) {
      assertThat(scan.records())
          .filteredOn(one -> one.path("source").asText().equals(good))
          .hasSize(ROWS);
    }
    assertThat(Dataset.names(out)).hasSize(2);
    assertThat(temporary()).isEqualTo(before);
  }

  private static List<String> temporary() throws IOException {
    return Dataset.names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
        .filter(name -> name.startsWith("assay-git"))
        .toList();
  }
}
