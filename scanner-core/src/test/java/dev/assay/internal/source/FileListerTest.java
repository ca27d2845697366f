package dev.assay.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.source.DatasetFiles.Request;
import dev.assay.source.DatasetFiles.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListerTest {
  @TempDir Path root;

  private void files(String... names) throws IOException {
    for (String name : names) {
      write(name, "x");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private DatasetFiles find(String... arguments) {
    return FileLister.open(Request.of(root, List.of(arguments))).files();
  }

  private DatasetFiles find(List<String> include, List<String> exclude) {
    return FileLister.open(
            new Request(List.of("."), root, include, exclude, null, Map.of(), Map.of()))
        .files();
  }

  private static List<String> names(DatasetFiles found) {
    return found.files().stream().map(DataFile::uri).toList();
  }

  @Test
  void aFolderGivesItsDatasetFilesInOrder() throws IOException {
    files(
        "d/b.jsonl", "d/a.csv.gz", "d/sub/c.NDJSON", "d/e.tsv.zst", "d/f.json.bz2", "d/g.jsonl.xz");
    files("d/README.md", "d/weights.bin", "d/x.gz");

    DatasetFiles found = find("d");

    assertThat(names(found))
        .containsExactly(
            "d/a.csv.gz",
            "d/b.jsonl",
            "d/e.tsv.zst",
            "d/f.json.bz2",
            "d/g.jsonl.xz",
            "d/sub/c.NDJSON");
    assertThat(found.otherFiles()).isEqualTo(3);
    assertThat(found.unreadable()).isEmpty();
    assertThat(found.files().get(0).size()).isEqualTo(1);
  }

  @Test
  void documentsAreTakenFromFoldersOnlyIfAsked() throws IOException {
    files("d/a.jsonl", "d/b.pdf", "d/c.DOCX", "d/README.md", "d/e.py", "d/f.ipynb", "d/g.png");
    assertThat(names(find("d"))).containsExactly("d/a.jsonl");
    assertThat(find("d").otherFiles()).isEqualTo(6);
    assertThat(names(find("d/c.DOCX", "d/README.md"))).containsExactly("d/README.md", "d/c.DOCX");

    DatasetFiles all =
        FileLister.open(
                new Request(
                    List.of("d"),
                    root,
                    List.of(),
                    List.of("README.md"),
                    null,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    true))
            .files();

    assertThat(names(all))
        .containsExactly("d/a.jsonl", "d/b.pdf", "d/c.DOCX", "d/e.py", "d/f.ipynb");
    assertThat(all.otherFiles()).isEqualTo(1);
  }

  @Test
  void aNamedFileIsReadWhateverItIsCalled() throws IOException {
    files("notes.txt", ".hidden.jsonl");
    write(".assayignore", "*");

    assertThat(names(find("notes.txt", ".hidden.jsonl")))
        .containsExactly(".hidden.jsonl", "notes.txt");
  }

  @Test
  void aFileNamedTwiceIsReadOnce() throws IOException {
    files("d/a.jsonl");

    assertThat(names(find("d/a.jsonl", "d", "./d/../d/a.jsonl"))).containsExactly("d/a.jsonl");
  }

  @Test
  void filesOutsideTheRootKeepTheirAbsoluteNames(@TempDir Path elsewhere) throws IOException {
    Path file = Files.writeString(elsewhere.resolve("a.jsonl"), "x");

    assertThat(names(find(file.toString()))).containsExactly(file.toString().replace('\\', '/'));
  }

  @Test
  void hiddenFoldersAreLeftOutAndSaidSo() throws IOException {
    files("a.jsonl", ".git/b.jsonl", "sub/.cache/c.jsonl", "._a.jsonl");

    DatasetFiles found = find(".");

    assertThat(names(found)).containsExactly("a.jsonl");
    assertThat(found.ignored()).containsExactly("._a.jsonl", ".git/", "sub/.cache/");
  }

  @Test
  void ignoreFilesWorkAtAnyLevelAndAreSaidSo() throws IOException {
    files(
        "a.jsonl",
        "old/b.jsonl",
        "sub/c.jsonl",
        "sub/keep.jsonl",
        "sub/deep/d.jsonl",
        "sub/deep/e.csv");
    write(".assayignore", "# old things\nold/\nsub/*.jsonl\n");
    write("sub/.assayignore", "!keep.jsonl\ndeep/*.csv\n");

    DatasetFiles found = find(".");

    assertThat(names(found)).containsExactly("a.jsonl", "sub/deep/d.jsonl", "sub/keep.jsonl");
    assertThat(found.ignored()).containsExactly("old/", "sub/c.jsonl", "sub/deep/e.csv");
  }

  @Test
  void whatLiesInAnIgnoredFolderCannotBeTakenBack() throws IOException {
    files("old/b.jsonl", "a.jsonl");
    write(".assayignore", "old/\n!old/b.jsonl\n");

    assertThat(names(find("."))).containsExactly("a.jsonl");
  }

  @Test
  void patternsIncludeAndExclude() throws IOException {
    files("train/a.jsonl", "train/b.txt", "test/a.jsonl", "test/b.jsonl");

    assertThat(names(find(List.of("train/"), List.of())))
        .containsExactly("train/a.jsonl", "train/b.txt");
    assertThat(names(find(List.of("a.jsonl"), List.of("/test")))).containsExactly("train/a.jsonl");
    assertThat(names(find(List.of(), List.of("a.*")))).containsExactly("test/b.jsonl");
  }

  @Test
  void linksAreNotFollowedOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.jsonl"), "x");
    files("d/a.jsonl");
    Files.createSymbolicLink(root.resolve("d/out.jsonl"), elsewhere.resolve("secret.jsonl"));
    Files.createSymbolicLink(root.resolve("d/outside"), elsewhere);
    Files.createSymbolicLink(root.resolve("d/same.jsonl"), root.resolve("d/a.jsonl"));
    Files.createSymbolicLink(root.resolve("d/loop"), root.resolve("d"));
    Files.createSymbolicLink(root.resolve("d/dangling.jsonl"), root.resolve("nowhere"));

    DatasetFiles found = find("d");

    assertThat(names(found)).containsExactly("d/a.jsonl");
    assertThat(found.unreadable())
        .extracting(Unreadable::uri)
        .containsExactly("d/dangling.jsonl", "d/out.jsonl", "d/outside");
  }

  @Test
  void whatIsNotThereIsUnreadable() {
    DatasetFiles found = find("nowhere.jsonl", "bad\0name");

    assertThat(found.files()).isEmpty();
    assertThat(found.unreadable())
        .extracting(Unreadable::uri)
        .containsExactly("bad\0name", "nowhere.jsonl");
    assertThat(found.unreadable().get(1).message()).contains("is not there");
  }

  @Test
  void foldersThatMayNotBeReadAreUnreadableAndTheRestIsFound() throws IOException {
    files("d/a.jsonl", "d/locked/b.jsonl");
    Path locked = root.resolve("d/locked");
    assumeFalse("root".equals(System.getProperty("user.name")), "permissions do not bind root");
    assertThat(locked.toFile().setReadable(false)).isTrue();
    try {
      DatasetFiles found = find("d");
      assertThat(names(found)).containsExactly("d/a.jsonl");
      assertThat(found.unreadable())
          .extracting(Unreadable::message)
          .containsExactly("may not be read by this user");
    } finally {
      assertThat(locked.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void aDashIsStandardInputOnce() throws IOException {
    InputStream in = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
    DatasetFiles found =
        FileLister.open(
                new Request(List.of("-", "-"), root, List.of(), List.of(), in, Map.of(), Map.of()))
            .files();

    assertThat(names(found)).containsExactly("stdin");
    assertThat(found.files().get(0).open().readAllBytes()).hasSize(2);
    assertThat(find("-").unreadable()).hasSize(1);
  }

  @Test
  void anAddressThatNothingReadsIsNamed() {
    DatasetFiles found = find("gopher://example.com/train.jsonl");

    assertThat(found.files()).isEmpty();
    assertThat(found.unreadable())
        .containsExactly(
            new Unreadable(
                "gopher://example.com/train.jsonl", "is an address that nothing here can read"));
  }
}
