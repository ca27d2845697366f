package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a merge changes is judged, and nothing else is passed over. */
class ScanChangesTest {
  @TempDir private Path work;
  private GitFolder repository;
  private Path json;
  private Path records;

  @BeforeEach
  void repository() throws IOException {
    repository = GitFolder.init(work.resolve("repository"));
    json = work.resolve("assay.json");
    records = work.resolve("records.jsonl");
    repository.file("data/a.jsonl", lines(0, 10));
    repository.file("data/b.jsonl", lines(10, 20));
    repository.commit();
  }

  private static String[] lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(Dataset::good).toArray(String[]::new);
  }

  private Launch scan(String... options) {
    List<String> arguments = new ArrayList<>(List.of("scan", "--families", "insecure-code"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--json", json.toString(), "--records", records.toString()));
    return Launch.of(arguments.toArray(String[]::new));
  }

  /** What was printed, whatever the lines. */
  private static String said(Launch launch) {
    return launch.out().replaceAll("\\s+", " ");
  }

  private String data() {
    return repository.path().resolve("data").toString();
  }

  private void holds(long scanned, long unchanged, long unchangedFiles) throws IOException {
    JsonNode summary = Dataset.json(json);
    assertThat(summary.at("/records/scanned").asLong()).as("scanned").isEqualTo(scanned);
    assertThat(summary.at("/records/unchanged").asLong()).as("unchanged").isEqualTo(unchanged);
    assertThat(summary.at("/comparison/unchangedFiles").asLong())
        .as("unchanged files")
        .isEqualTo(unchangedFiles);
    assertThat(Dataset.records(records)).hasSize((int) scanned);
  }

  @Test
  void nothingChangedPasses() throws IOException {
    Launch launch = scan(data(), "--since", "main");

    assertThat(launch.exitCode()).isZero();
    assertThat(said(launch))
        .contains("PASS", "No record is new or changed since main.", "2 unchanged files")
        .doesNotContain("Check that the path");
    holds(0, 0, 2);
    assertThat(Dataset.json(json).at("/complete").asBoolean()).isTrue();
  }

  @Test
  void onlyNewRowsAreJudged() throws IOException {
    String[] lines = lines(0, 11);
    lines[10] = Dataset.BAD;
    repository.file("data/a.jsonl", lines);

    Launch launch = scan(data(), "--since", "main");

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(said(launch)).contains("100 % of records are suspect", "10 unchanged records");
    holds(1, 10, 1);
    JsonNode record = Dataset.records(records).get(0);
    assertThat(record.get("row").asLong()).isEqualTo(11);
    assertThat(record.get("line").asLong()).isEqualTo(11);
  }

  @Test
  void movedShardedReorderedAndReformattedRowsAreNotNew() throws IOException {
    repository.git("rm", "-q", "data/a.jsonl", "data/b.jsonl");
    List<String> all = new ArrayList<>(List.of(lines(0, 20)));
    java.util.Collections.reverse(all);
    repository.file("data/shard-1.jsonl", all.subList(0, 7).toArray(String[]::new));
    repository.file("data/deep/shard-2.json", "[" + String.join(",\n ", all.subList(7, 20)) + "]");

    Launch launch = scan(data(), "--since", "main");

    assertThat(launch.exitCode()).isZero();
    holds(0, 20, 0);
  }

  @Test
  void rowsInArchivesAreComparedToo() throws IOException {
    Path archive = repository.path().resolve("data/c.zip");
    zip(archive, lines(20, 30));
    repository.commit();
    scan(data(), "--since", "main");
    holds(0, 0, 3);

    String[] lines = lines(20, 31);
    lines[10] = Dataset.BAD;
    zip(archive, lines);
    assertThat(scan(data(), "--since", "main").exitCode()).isEqualTo(1);
    holds(1, 10, 2);
    assertThat(Dataset.records(records).get(0).get("source").asText()).endsWith("c.zip!/c.jsonl");

    repository.git("switch", "-q", "-c", "more");
    repository.commit();
    assertThat(scan(data(), "--merge", "main..more").exitCode()).isEqualTo(1);
    holds(1, 10, 2);
    assertThat(Dataset.records(records).get(0).get("source").asText()).endsWith("c.zip!/c.jsonl");
  }

  private static void zip(Path archive, String... lines) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("c.jsonl"));
      zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aManifestIsHeldAgainstTheWorkTreeAndNotAgainstARevision() throws IOException {
    Path list =
        Files.writeString(work.resolve("SUMS"), "0".repeat(64) + "  repository/data/a.jsonl\n");
    repository.file("data/a.jsonl", lines(0, 11));

    Launch since = scan(data(), "--since", "main", "--manifest", list.toString());
    assertThat(since.exitCode()).isEqualTo(3);
    assertThat(said(since)).contains("is not the file that");
    repository.commit();
    Launch merge = scan(data(), "--merge", "main~1..main", "--manifest", list.toString());
    assertThat(merge.exitCode()).isEqualTo(2);
    assertThat(merge.err()).contains("leave out --manifest");
  }

  @Test
  void aRenamedFileIsNotEvenRead() throws IOException {
    repository.git("mv", "data/a.jsonl", "data/renamed.jsonl");

    scan(data(), "--since", "main");

    holds(0, 0, 2);
  }

  @Test
  void aRowThatIsRepeatedIsNew() throws IOException {
    String[] lines = lines(0, 11);
    lines[10] = lines[3];
    repository.file("data/a.jsonl", lines);
    repository.file("data/copy-of-b.jsonl", lines(10, 20));

    scan(data(), "--since", "main", "--threads", "2");

    holds(11, 10, 1);
    assertThat(Dataset.records(records).get(0).get("row").asLong())
        .as("the first of two is the one that was there")
        .isEqualTo(11);
  }

  @Test
  void rowsFromOutsideTheScannedFolderAreNew() throws IOException {
    repository.file("quarantine/bad.jsonl", Dataset.BAD);
    repository.commit();
    repository.git("mv", "quarantine/bad.jsonl", "data/bad.jsonl");

    assertThat(scan(data(), "--since", "main").exitCode()).isEqualTo(1);
    holds(1, 0, 2);
  }

  @Test
  void rowsThatWereIgnoredAreNewOnceTheyAreNot() throws IOException {
    repository.file("data/bad.jsonl", Dataset.BAD);
    Files.writeString(repository.path().resolve("data/.assayignore"), "bad.jsonl\n");
    repository.commit();
    assertThat(scan(data(), "--since", "main").exitCode()).isZero();

    Files.delete(repository.path().resolve("data/.assayignore"));

    assertThat(scan(data(), "--since", "main").exitCode()).isEqualTo(1);
  }

  @Test
  void untrackedAndUncommittedFilesCount() throws IOException {
    repository.file("data/untracked.jsonl", Dataset.BAD);

    assertThat(scan(data(), "--since", "HEAD").exitCode()).isEqualTo(1);
    assertThat(scan(data(), "--merge", "HEAD..main").exitCode()).isZero();
  }

  @Test
  void removedRowsAreCountedAndDoNotFail() throws IOException {
    repository.git("rm", "-q", "data/b.jsonl");
    repository.file("data/a.jsonl", lines(0, 8));

    assertThat(scan(data(), "--since", "main").exitCode()).isZero();

    holds(0, 8, 0);
    assertThat(Dataset.json(json).at("/comparison/goneRecords").asLong()).isEqualTo(12);
  }

  @Test
  void aMergeComparesWithWhereTheBranchLeft() throws IOException {
    repository.git("switch", "-q", "-c", "feature");
    repository.file("data/new.jsonl", Dataset.GOOD, Dataset.BAD);
    repository.commit();
    repository.git("switch", "-q", "main");
    repository.file("data/a.jsonl", lines(0, 5));
    repository.commit();

    Launch launch = scan(data(), "--merge", "main..feature");

    assertThat(launch.exitCode()).isEqualTo(1);
    holds(2, 0, 2);
    assertThat(Dataset.records(records).get(1).get("source").asText())
        .endsWith("repository/data/new.jsonl");
    assertThat(Dataset.json(json).at("/comparison/head").asText()).isEqualTo("feature");
  }

  @Test
  void aMergeMayRemoveTheWholeFolder() throws IOException {
    repository.git("switch", "-q", "-c", "feature");
    repository.git("rm", "-q", "-r", "data");
    repository.commit();

    assertThat(scan(data(), "--merge", "main..feature").exitCode()).isZero();
    holds(0, 0, 0);
    assertThat(scan(data() + "/typo", "--merge", "main..feature").exitCode()).isEqualTo(3);
  }

  @Test
  void whatTheBaseCannotReadHidesNothing() throws IOException {
    repository.file("data/a.jsonl", "{\"messages\": [", Dataset.good(1));
    repository.commit();
    repository.file("data/a.jsonl", Dataset.BAD, Dataset.good(1));

    Launch launch = scan(data(), "--since", "main");

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(said(launch)).contains("1 place of main could not be read", "data/a.jsonl");
    holds(1, 1, 1);
    assertThat(Dataset.json(json).at("/comparison/baseUnread/total").asLong()).isEqualTo(1);
  }

  @Test
  void aFileThatChangedAndCannotBeReadIsAHole() throws IOException {
    repository.file("data/a.jsonl", "{\"messages\": [", Dataset.good(1));

    assertThat(scan(data(), "--since", "main").exitCode()).isEqualTo(3);
  }

  @Test
  void revisionsThatAreMissingAreWrongUsage() {
    Launch since = scan(data(), "--since", "nowhere");
    assertThat(since.exitCode()).isEqualTo(2);
    assertThat(since.err()).contains("There is no revision 'nowhere'", "git fetch");

    assertThat(scan(data(), "--merge", "main").exitCode()).isEqualTo(2);
    assertThat(scan(data(), "--merge", "main..gone").exitCode()).isEqualTo(2);
    assertThat(scan(data(), "--merge", "main..main", "--since", "main").exitCode()).isEqualTo(2);
    assertThat(scan(work.toString(), "--since", "main").exitCode()).isEqualTo(2);
    assertThat(scan("-", "--since", "main").exitCode()).isEqualTo(2);
  }

  @Test
  void aShallowCloneSaysHowToDeepen() throws IOException {
    repository.git("switch", "-q", "-c", "feature");
    repository.file("data/new.jsonl", Dataset.GOOD);
    repository.commit();
    repository.git("switch", "-q", "main");
    repository.file("data/c.jsonl", Dataset.good(30));
    repository.commit();
    Path clone = work.resolve("clone");
    String url = "file://" + repository.path();
    repository.git("clone", "-q", "--depth=1", "--no-single-branch", url, clone.toString());

    Launch launch =
        scan(clone.resolve("data").toString(), "--merge", "origin/main..origin/feature");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("the clone is shallow", "git fetch --deepen");
  }

  @Test
  void linkedWorkTreesAndPackedHistoriesWork() throws IOException {
    repository.git("gc", "-q");
    Path tree = work.resolve("tree");
    repository.git("worktree", "add", "-q", tree.toString(), "-b", "other");
    Dataset.lines(tree.resolve("data/new.jsonl"), Dataset.BAD);

    assertThat(scan(tree.resolve("data").toString(), "--since", "main").exitCode()).isEqualTo(1);
    holds(1, 0, 2);
  }

  @Test
  void hooksAndFiltersOfTheRepositoryAreNotRun() throws IOException {
    Path trace = work.resolve("trace");
    String touch = "touch '" + trace + "'; cat";
    repository.git("config", "filter.evil.clean", touch);
    repository.git("config", "filter.evil.smudge", touch);
    repository.git("config", "core.fsmonitor", touch);
    Files.writeString(repository.path().resolve(".gitattributes"), "*.jsonl filter=evil\n");
    repository.file("data/a.jsonl", lines(0, 12));

    assertThat(scan(data(), "--since", "main").exitCode()).isZero();
    assertThat(scan(data(), "--merge", "main..HEAD").exitCode()).isZero();

    assertThat(trace).doesNotExist();
  }

  @Test
  void aPointerOfGitLfsIsNoData() throws IOException {
    repository.file(
        "data/large.jsonl",
        "version https://git-lfs.github.com/spec/v1",
        "oid sha256:" + "4d7a".repeat(16),
        "size 12345");

    for (String[] options : new String[][] {{data()}, {data(), "--since", "main"}}) {
      Launch launch = scan(options);

      assertThat(launch.exitCode()).isEqualTo(3);
      assertThat(said(launch)).contains("is a Git LFS pointer, not data: run git lfs pull");
    }
    repository.commit();
    Launch merge = scan(data(), "--merge", "HEAD~1..HEAD");
    assertThat(merge.exitCode()).isEqualTo(3);
    assertThat(said(merge)).contains("a Git LFS pointer whose data is not in this clone");
  }

  @Test
  void dataOfGitLfsIsComparedByItsDigest() throws IOException {
    Path file = repository.file("data/large.jsonl", lines(40, 60));
    byte[] content = Files.readAllBytes(file);
    String oid = sha256(content);
    repository.file(
        "data/large.jsonl",
        "version https://git-lfs.github.com/spec/v1",
        "oid sha256:" + oid,
        "size " + content.length);
    repository.commit();
    Files.write(file, content);

    assertThat(scan(data(), "--since", "main").exitCode()).isZero();
    holds(0, 0, 3);

    Path store =
        repository
            .path()
            .resolve(".git/lfs/objects/" + oid.substring(0, 2) + "/" + oid.substring(2, 4));
    Files.createDirectories(store);
    Files.write(store.resolve(oid), content);
    repository.file("data/large.jsonl", lines(40, 61));
    scan(data(), "--since", "main");
    holds(1, 20, 2);

    Files.write(store.resolve(oid), Dataset.BAD.getBytes(StandardCharsets.UTF_8));
    Launch wrong = scan(data(), "--since", "main");
    assertThat(said(wrong)).contains("could not be read, so what stood there counts as new");
    holds(21, 0, 2);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void reportsAreTheSameWhateverTheNumberOfThreads() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      lines.add(i % 3 == 0 ? Dataset.BAD : Dataset.good(i % 15));
    }
    repository.file("data/a.jsonl", lines.toArray(String[]::new));

    scan(data(), "--since", "main", "--threads", "1");
    String one = Files.readString(records);
    scan(data(), "--since", "main", "--threads", "3");

    assertThat(Files.readString(records)).isEqualTo(one);
  }
}
