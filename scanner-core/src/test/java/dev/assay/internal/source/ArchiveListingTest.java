package dev.assay.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveListingTest {
  private static final byte[] B =
      "{\"text\":\"b\"}\n{\"text\":\"c\"}\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] A = "{\"text\":\"a\"}\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  /** What came of a request: names of files with their texts, and errors. */
  private record Outcome(Map<String, String> texts, Map<String, String> errors, long others) {}

  private Outcome scan(Map<String, String> options, InputStream in, String... arguments)
      throws IOException {
    Request request =
        new Request(List.of(arguments), folder, List.of(), List.of(), in, options, Map.of());
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> errors = new LinkedHashMap<>();
    try (OpenDataset dataset = FileLister.open(request)) {
      dataset.files().unreadable().forEach(one -> errors.put(one.uri(), one.message()));
      for (DataFile file : dataset.files().files()) {
        read(file, texts, errors);
      }
      // Once more, as the look for triggers does.
      for (DataFile file : dataset.files().files()) {
        if (file.size() >= 0) {
          read(file, new LinkedHashMap<>(), errors);
        }
      }
      return new Outcome(texts, errors, dataset.files().otherFiles());
    }
  }

  private Outcome scan(String... arguments) throws IOException {
    return scan(Map.of(), InputStream.nullInputStream(), arguments);
  }

  private static void read(DataFile file, Map<String, String> texts, Map<String, String> errors) {
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            texts.merge(file.uri(), dataRecord.turns().get(0).text(), String::concat);
          }

          @Override
          public void unscanned(Unscanned problem) {
            errors.put(file.uri(), problem.message());
          }
        };
    try (ChunkReader reader = ChunkReader.of(file, ReadOptions.defaults())) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
    }
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        TarArchiveEntry head = new TarArchiveEntry(entry.getKey(), true);
        head.setSize(entry.getValue().length);
        tar.putArchiveEntry(head);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private void sevenZ(Path target, Map<String, byte[]> entries) throws IOException {
    try (SevenZOutputFile out = new SevenZOutputFile(target.toFile())) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        SevenZArchiveEntry head = new SevenZArchiveEntry();
        head.setName(entry.getKey());
        out.putArchiveEntry(head);
        out.write(entry.getValue());
        out.closeArchiveEntry();
      }
    }
  }

  private static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("z/b.jsonl", B);
    entries.put("./a.jsonl.gz", gzip(A));
    entries.put("README.md", new byte[] {'#'});
    entries.put("__MACOSX/._a.jsonl", new byte[] {0});
    return entries;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private void writeArchive(String name) throws IOException {
    if (name.endsWith(".7z")) {
      sevenZ(folder.resolve(name), entries());
    } else if (name.endsWith(".zip")) {
      write(name, zip(entries()));
    } else {
      write(name, name.endsWith("gz") ? gzip(tar(entries())) : tar(entries()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.zip", "o.tar", "o.tar.gz", "o.tgz", "o.7z"})
  void entriesWithADatasetsNameAreScanned(String name) throws IOException {
    writeArchive(name);

    for (String argument : List.of(name, ".")) {
      Outcome outcome = scan(argument);
      assertThat(outcome.errors()).isEmpty();
      assertThat(outcome.texts())
          .isEqualTo(Map.of(name + "!/z/b.jsonl", "bc", name + "!/a.jsonl.gz", "a"));
      assertThat(outcome.others()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.zip", "o.tar", "o.tgz", "o.7z"})
  void aNamedArchiveIsKnownByItsContentAndSoIsWhatIsPipedIn(String name) throws IOException {
    writeArchive(name);
    Path bare = Files.move(folder.resolve(name), folder.resolve("download"));

    assertThat(scan("download").texts()).hasSize(2);
    Outcome piped = scan(Map.of(), new ByteArrayInputStream(Files.readAllBytes(bare)), "-");
    assertThat(piped.errors()).isEmpty();
    assertThat(piped.texts()).containsOnlyKeys("stdin!/z/b.jsonl", "stdin!/a.jsonl.gz");
  }

  @Test
  void oneEntryMayBeNamed() throws IOException {
    writeArchive("o.zip");

    assertThat(scan("o.zip!/z/b.jsonl").texts()).containsOnlyKeys("o.zip!/z/b.jsonl");
    assertThat(scan("o.zip!/z").texts()).containsOnlyKeys("o.zip!/z/b.jsonl");
    assertThat(scan("o.zip!/none.jsonl").errors())
        .containsEntry("o.zip!/none.jsonl", "is not in the archive");
  }

  @Test
  void archivesInArchivesAreUnpackedToALimit() throws IOException {
    byte[] inner = gzip(tar(Map.of("a.jsonl", A)));
    byte[] middle = zip(Map.of("inner.tar.gz", inner));
    write("outer.tar", tar(Map.of("middle.zip", middle)));

    assertThat(scan("outer.tar").texts())
        .isEqualTo(Map.of("outer.tar!/middle.zip!/inner.tar.gz!/a.jsonl", "a"));
    Outcome shallow =
        scan(Map.of("archive.max-depth", "2"), InputStream.nullInputStream(), "outer.tar");
    assertThat(shallow.texts()).isEmpty();
    assertThat(shallow.errors().get("outer.tar!/middle.zip!/inner.tar.gz"))
        .startsWith("lies in 2 archives");
  }

  @Test
  void manyArchivesAreNotHeldOpenAtOnce() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("o" + i + ".zip", zip(Map.of("a.jsonl", A, "b.jsonl", B)));
      write("o" + i + ".tar", tar(Map.of("a.jsonl", A, "b.jsonl", B)));
    }

    Outcome outcome = scan(".");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.texts()).hasSize(160);
  }

  @Test
  void namesThatLeadOutLinksAndDuplicatesAreNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (String name : List.of("../../out.jsonl", "/root.jsonl", "a.jsonl", "a.jsonl")) {
        TarArchiveEntry head = new TarArchiveEntry(name, true);
        head.setSize(A.length);
        tar.putArchiveEntry(head);
        tar.write(A);
        tar.closeArchiveEntry();
      }
      TarArchiveEntry link = new TarArchiveEntry("link.jsonl", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    write("o.tar", bytes.toByteArray());

    Outcome outcome = scan("o.tar");
    assertThat(outcome.texts()).isEqualTo(Map.of("o.tar!/a.jsonl", "a"));
    assertThat(outcome.errors())
        .containsOnlyKeys(
            "o.tar!/../../out.jsonl", "o.tar!//root.jsonl", "o.tar!/a.jsonl", "o.tar!/link.jsonl");
    assertThat(outcome.errors().get("o.tar!/link.jsonl")).startsWith("is a link");
    assertThat(outcome.errors().get("o.tar!/a.jsonl")).startsWith("stands more than once");
  }

  @Test
  void bombsAreNotUnpacked() throws IOException {
    byte[] spaces = new byte[70 << 20];
    Arrays.fill(spaces, (byte) ' ');
    write("o.zip", zip(Map.of("a.jsonl", spaces)));
    write("o.tgz", gzip(tar(Map.of("a.jsonl", spaces))));

    assertThat(scan("o.zip").errors().get("o.zip!/a.jsonl")).startsWith("is compressed more than");
    assertThat(scan("o.tgz").errors().get("o.tgz")).startsWith("is compressed more than");
    assertThat(
            scan(Map.of("archive.max-bytes", "1000"), InputStream.nullInputStream(), "o.tgz")
                .errors()
                .get("o.tgz"))
        .startsWith("comes to more than 1000 bytes");
  }

  @Test
  void tooManyEntriesAreNamedAndTheFirstAreScanned() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      many.put("f" + i + ".jsonl", A);
    }
    write("o.zip", zip(many));

    Outcome outcome =
        scan(Map.of("archive.max-entries", "20"), InputStream.nullInputStream(), "o.zip");
    assertThat(outcome.texts()).hasSize(20);
    assertThat(outcome.errors().get("o.zip")).startsWith("has more than 20 entries");
  }

  @Test
  void aSizeThatIsALieIsNamed() throws IOException {
    byte[] zip = zip(Map.of("a.jsonl", B));
    int table = lastIndexOf(zip, new byte[] {'P', 'K', 1, 2});
    zip[table + 24] = 3;
    write("o.zip", zip);

    assertThat(scan("o.zip").errors().get("o.zip!/a.jsonl"))
        .contains("its archive claims 3 bytes, and there are more");
  }

  @Test
  void whatFollowsTheEndOfATarIsNamed() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(tar(Map.of("a.jsonl", A)));
    both.write(tar(Map.of("b.jsonl", B)));
    write("o.tar", both.toByteArray());

    assertThat(scan("o.tar").errors().toString()).contains("goes on behind its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"o.zip", "o.tar", "o.tgz", "o.7z"})
  void damagedArchivesAreErrorsAndNeverThrow(String name) throws IOException {
    writeArchive(name);
    byte[] good = Files.readAllBytes(folder.resolve(name));
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      write(name, Arrays.copyOf(good, random.nextInt(good.length)));
      Outcome outcome = scan(name);
      assertThat(outcome.texts().size() == 2 || !outcome.errors().isEmpty()).isTrue();
    }
    for (int i = 0; i < 120; i++) {
      byte[] bytes = good.clone();
      for (int k = 0; k < 1 + i % 4; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      write(name, bytes);
      assertThat(scan(name)).isNotNull();
    }
  }

  private static int lastIndexOf(byte[] bytes, byte[] mark) {
    for (int i = bytes.length - mark.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void nothingIsLeftInTheFolderForTemporaryFiles() throws IOException {
    List<String> before = temporary();
    writeArchive("o.tgz");
    scan(Map.of(), new ByteArrayInputStream(Files.readAllBytes(folder.resolve("o.tgz"))), "-");

    assertThat(temporary()).isSubsetOf(before);
  }

  private static List<String> temporary() throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("assay") && name.endsWith(".archive"))
          .forEach(names::add);
    }
    return names;
  }
}
