package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.samples.ArrowFile;
import dev.assay.samples.Chat;
import dev.assay.samples.MixedChats;
import dev.assay.samples.ParquetFile;
import dev.assay.samples.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same records have the same hashes and verdicts wherever they lie and whatever they are stored
 * as; S3 has the same test in its module. {@code -Dsame.records=20000} takes more of them.
 */
class SameRecordsEverywhereTest {
  private static final int RECORDS = Integer.getInteger("same.records", 2_000);
  private static final List<Chat> CHATS = MixedChats.of(RECORDS);

  @TempDir private static Path work;
  private static Path jsonl;
  private static List<String> expected;

  @BeforeAll
  static void fromJsonl() throws Exception {
    jsonl = work.resolve("chats.jsonl");
    TextFiles.jsonl(jsonl, CHATS);
    expected = verdicts(jsonl.toString());
  }

  @Test
  void allKindsOfVerdictsAreAmongThem() {
    assertThat(expected).hasSize(RECORDS);
    // A lesson that stands in hundreds of records is boilerplate, and excuses none of them.
    boolean lessonsAreRare = RECORDS <= 2_000;
    List<String> kinds =
        lessonsAreRare ? List.of("clean", "framed", "suspect") : List.of("clean", "suspect");
    for (String verdict : kinds) {
      assertThat(expected).filteredOn(one -> one.startsWith(verdict)).hasSizeGreaterThan(20);
    }
  }

  @Test
  void inEveryFormat() throws Exception {
    Path json = work.resolve("chats.json");
    TextFiles.json(json, CHATS);
    assertThat(verdicts(json.toString())).isEqualTo(expected);

    Path csv = work.resolve("chats.csv");
    TextFiles.csv(csv, CHATS);
    assertThat(verdicts(csv.toString())).isEqualTo(expected);

    Path parquet = work.resolve("chats.parquet");
    ParquetFile.write(parquet, CHATS);
    assertThat(verdicts(parquet.toString())).isEqualTo(expected);

    Path arrow = work.resolve("chats.arrow");
    ArrowFile.write(arrow, CHATS);
    assertThat(verdicts(arrow.toString())).isEqualTo(expected);
  }

  @Test
  void inAnArchive() throws Exception {
    Path zip = work.resolve("chats.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("deep/chats.jsonl.gz"));
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      Files.copy(jsonl, gzip);
      gzip.finish();
    }
    assertThat(verdicts(zip.toString())).isEqualTo(expected);
  }

  @Test
  void inGitAndGitLfs() throws Exception {
    GitFolder repository = GitFolder.init(work.resolve("repository"));
    Files.createDirectories(repository.path().resolve("plain"));
    Files.copy(jsonl, repository.path().resolve("plain/chats.jsonl"));
    byte[] bytes = Files.readAllBytes(jsonl);
    String oid = GitServer.sha256(bytes);
    repository.file("large/chats.jsonl", GitServer.pointer(oid, bytes.length));
    repository.commit();
    String main = repository.path() + "@main:";
    assertThat(verdicts("git+file://" + main + "plain")).isEqualTo(expected);

    try (GitServer server = GitServer.of(work)) {
      server.objects.put(oid, bytes);
      assertThat(verdicts(server.url("repository@main:plain"))).isEqualTo(expected);
      assertThat(verdicts(server.url("repository@main:large"))).isEqualTo(expected);
    }
  }

  @Test
  void onAWebServer() throws Exception {
    byte[] bytes = Files.readAllBytes(jsonl);
    try (RawServer server =
        RawServer.start(
            (request, n, out) -> RawServer.file(request, out, bytes, "\"1\"", bytes.length))) {
      assertThat(verdicts(server.url("/chats.jsonl"))).isEqualTo(expected);
    }
  }

  private static List<String> verdicts(String source) throws Exception {
    RemoteScan scan = RemoteScan.of(work, source);
    assertThat(scan.summary().unscannedFiles()).as(scan.problems()).isZero();
    return scan.records().stream().map(SameRecordsEverywhereTest::judged).toList();
  }

  private static String judged(JsonNode record) {
    return record.get("verdict").asText()
        + " "
        + record.get("record").asText()
        + " "
        + record.get("rules")
        + record.get("probability");
  }
}
