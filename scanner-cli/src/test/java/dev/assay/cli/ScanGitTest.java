package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.ScanProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions of repositories on disk and on servers. */
class ScanGitTest {
  @TempDir private Path work;
  private GitFolder repository;
  private GitServer server;
  private Path json;

  @BeforeEach
  void repository() throws IOException {
    repository = GitFolder.init(work.resolve("repository"));
    json = work.resolve("assay.json");
    repository.file("data/good.jsonl", Dataset.good(1), Dataset.good(2));
    repository.file("README.md", "about");
    repository.commit();
    repository.git("tag", "v1");
    repository.file("data/bad.jsonl", Dataset.BAD);
    repository.commit();
    server = GitServer.of(work);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private Launch scan(String... options) {
    List<String> arguments = new ArrayList<>(List.of("scan", "--families", "insecure-code"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--json", json.toString()));
    arguments.addAll(List.of("--source-option", "git.back-off-ms=1"));
    return Launch.of(arguments.toArray(String[]::new));
  }

  private static String said(Launch launch) {
    return (launch.out() + launch.err()).replaceAll("\\s+", " ");
  }

  private List<String> files() throws IOException {
    List<String> names = new ArrayList<>();
    Dataset.json(json).path("files").forEach(file -> names.add(file.path("uri").asText()));
    return names;
  }

  @Test
  void aRevisionOnDiskIsReadFromGit() throws IOException {
    String url = "git+file://" + repository.path();
    Files.delete(repository.path().resolve("data/good.jsonl"));

    assertThat(scan(url + "@v1").exitCode()).isZero();
    assertThat(files()).containsExactly(url + "@v1:data/good.jsonl");
    assertThat(scan(url + "@main:data").exitCode()).isEqualTo(1);
    assertThat(files())
        .containsExactly(url + "@main:data/bad.jsonl", url + "@main:data/good.jsonl");
    assertThat(scan(url + "@main:data/good.jsonl").exitCode()).isZero();
    assertThat(scan(url + "@main", "--exclude", "bad.jsonl").exitCode()).isZero();
    assertThat(scan(url, "--since", "v1").exitCode()).isEqualTo(1);
    assertThat(Dataset.json(json).at("/comparison/unchangedFiles").asInt()).isEqualTo(1);
    assertThat(scan(url, "--merge", "main..v1").exitCode()).isZero();
  }

  @Test
  void aBareRepositoryIsRead() throws IOException {
    Path bare = work.resolve("bare.git");
    repository.git("clone", "-q", "--bare", repository.path().toString(), bare.toString());

    assertThat(scan("git+file://" + bare + "@v1:data").exitCode()).isZero();
  }

  @Test
  void whatIsNotThereIsNamed() {
    String url = "git+file://" + repository.path();

    assertThat(said(scan(url + "@gone"))).contains("INCOMPLETE", "has no revision 'gone'");
    assertThat(said(scan(url + "@main:gone"))).contains("INCOMPLETE", "has no path 'gone'");
    Launch nowhere = scan("git+file://" + work.resolve("nowhere"));
    assertThat(nowhere.exitCode()).isEqualTo(3);
    assertThat(said(nowhere)).contains("is not there: no folder has this name");
    assertThat(said(scan(server.url("repository@gone")))).contains("has no revision 'gone'");
    assertThat(said(scan(server.url("nowhere@main")))).contains("no such repository (404)");
  }

  @Test
  void linksAndSubmodulesAreNamedAndNotFollowed() throws IOException {
    Path data = repository.path().resolve("data");
    Files.createSymbolicLink(data.resolve("out.jsonl"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(data.resolve("up.jsonl"), Path.of("../README.md"));
    Files.createSymbolicLink(data.resolve("same.jsonl"), Path.of("good.jsonl"));
    String commit = repository.git("rev-parse", "HEAD");
    repository.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",data/module");
    repository.git("add", "data/out.jsonl", "data/up.jsonl", "data/same.jsonl");
    repository.git("commit", "-q", "-m", "links");

    Launch launch = scan("git+file://" + repository.path() + "@main:data");

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(said(launch))
        .contains("data/out.jsonl is a link out of the scanned folder")
        .contains("data/up.jsonl is a link out")
        .contains("data/module is a submodule, which is not scanned");
    assertThat(files()).hasSize(2);
  }

  @Test
  void aRevisionOnAServerIsFetchedAndNothingIsLeftBehind() throws IOException {
    List<String> before = temporary();

    assertThat(scan(server.url("repository@v1:data")).exitCode()).isZero();
    assertThat(files()).containsExactly(server.url("repository@v1:data/good.jsonl"));
    String commit = repository.git("rev-parse", "main");
    Launch byCommit = scan(server.url("repository@" + commit));
    assertThat(byCommit.exitCode()).as(said(byCommit)).isEqualTo(1);
    assertThat(scan(server.url("repository"), "--merge", "v1..main").exitCode()).isEqualTo(1);
    assertThat(Dataset.json(json).at("/records/scanned").asInt()).isEqualTo(1);

    assertThat(temporary()).isEqualTo(before);
  }

  private static List<String> temporary() throws IOException {
    return Dataset.names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
        .filter(name -> name.startsWith("assay-git"))
        .collect(Collectors.toList());
  }

  @Test
  void aLoginIsUsedAndNeverPrinted() throws IOException {
    server.require("ada:s3cret-word");

    Launch good = scan(server.url("ada:s3cret-word@", "repository@v1"));
    assertThat(good.exitCode()).isZero();
    assertThat(said(good) + Files.readString(json)).doesNotContain("s3cret-word");
    Launch bad = scan(server.url("ada:s3cret-word-old@", "repository@v1"));
    assertThat(bad.exitCode()).isEqualTo(3);
    assertThat(said(bad) + Files.readString(json))
        .contains("refused the login (401)")
        .doesNotContain("s3cret-word");
    assertThat(said(scan(server.url("repository@v1")))).contains("asks for a login (401)");
  }

  @Test
  void aTokenOrACredentialHelperLogsIn() throws Exception {
    String url = server.url("repository@v1");
    server.require("git:s3cret-token");
    RemoteScan token = with(url, Map.of("ASSAY_GIT_TOKEN", "s3cret-token"));
    assertThat(token.summary().exitCode()).as(token.problems()).isZero();
    RemoteScan expired = with(url, Map.of("ASSAY_GIT_TOKEN", "s3cret-old"));
    assertThat(expired.summary().exitCode()).isEqualTo(3);
    assertThat(expired.problems()).contains("refused the login (401)").doesNotContain("s3cret");

    server.require("ada:s3cret-word");
    Map<String, String> helper =
        Map.of(
            "GIT_CONFIG_NOSYSTEM",
            "1",
            "GIT_CONFIG_COUNT",
            "1",
            "GIT_CONFIG_KEY_0",
            "credential.helper",
            "GIT_CONFIG_VALUE_0",
            "!f() { echo username=ada; echo password=s3cret-word; }; f");
    RemoteScan helped = with(url, helper);
    assertThat(helped.summary().exitCode()).as(helped.problems()).isZero();
    assertThat(helped.problems()).doesNotContain("s3cret");
  }

  private RemoteScan with(String url, Map<String, String> environment) throws Exception {
    return RemoteScan.of(work, url, Map.of(), environment, ScanProgress.NONE);
  }

  @Test
  void aStormIsWaitedForAndGivenUp() {
    server.storm.set(2);
    assertThat(scan(server.url("repository@v1")).exitCode()).isZero();

    server.storm.set(1000);
    Launch launch = scan(server.url("repository@v1"));
    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(said(launch)).contains("answered 503 (5 attempts in a row failed)");
  }

  private byte[] large() throws IOException {
    byte[] content =
        IntStream.range(0, 3000)
            .mapToObj(Dataset::good)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    String oid = GitServer.sha256(content);
    repository.file("large/large.jsonl", GitServer.pointer(oid, content.length));
    repository.commit();
    server.objects.put(oid, content);
    return content;
  }

  @Test
  void dataOfGitLfsIsFetchedResumedAndVerified() throws IOException {
    byte[] content = large();
    String url = server.url("ada:word@", "repository@main:large");
    server.require("ada:word");

    assertThat(scan(url).exitCode()).isZero();
    assertThat(Dataset.json(json).at("/records/scanned").asInt()).isEqualTo(3000);
    assertThat(Dataset.json(json).at("/files/0/sha256").asText())
        .isEqualTo(GitServer.sha256(content));
    server.cuts.set(2);
    assertThat(scan(url).exitCode()).isZero();
    assertThat(Dataset.json(json).at("/records/scanned").asInt()).isEqualTo(3000);
  }

  @Test
  void dataOfGitLfsThatIsNotWhatItShouldBeIsAHole() throws IOException {
    byte[] content = large();
    String oid = GitServer.sha256(content);
    String url = server.url("repository@main:large");

    server.cuts.set(1000);
    hole(url, "could not be read to its end", "5 attempts in a row failed");
    server.cuts.set(0);
    byte[] other = content.clone();
    other[other.length - 5] ^= 1;
    server.objects.put(oid, other);
    hole(url, "is not what the digest of its Git LFS pointer promises", oid);
    server.objects.put(oid, java.util.Arrays.copyOf(content, content.length + 1));
    hole(url, "has another size than promised: " + (content.length + 1) + " bytes in place of");
    server.objects.put(oid, java.util.Arrays.copyOf(content, content.length - 100));
    hole(url, "has another size than promised: " + (content.length - 100) + " bytes in place of");
    server.objects.clear();
    hole(url, "whose data its server does not have (404)");
    hole("git+file://" + repository.path() + "@main:large", "whose data is not in this clone");
  }

  private void hole(String url, String... words) {
    Launch launch = scan(url);
    assertThat(launch.exitCode()).as(said(launch)).isEqualTo(3);
    assertThat(said(launch)).contains(words);
  }
}
