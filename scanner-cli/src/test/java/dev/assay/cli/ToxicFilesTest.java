package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in which files on disk are broken, between files that are well: as in {@link
 * ToxicSourcesTest}, each is named, nothing else is lost, and the page has the messages.
 */
@Timeout(120)
class ToxicFilesTest {
  private static final Path PAGE = Path.of("../docs/reference/source-failures.md");
  private static final Path FIXTURES = Path.of("../fixtures");
  private static final int ROWS = 200;
  private static final byte[] DATA =
      IntStream.range(0, ROWS)
          .mapToObj(row -> Dataset.good(row) + "\n")
          .collect(Collectors.joining())
          .getBytes(UTF_8);

  @TempDir private Path work;
  private final Map<String, String> toxics = new LinkedHashMap<>();
  private final List<String> arguments = new ArrayList<>();
  private Path out;

  @BeforeEach
  void start() throws IOException {
    out = Files.createDirectory(work.resolve("out"));
    good("first.jsonl");
  }

  private void good(String name) throws IOException {
    arguments.add(Files.write(work.resolve(name), DATA).toString());
  }

  private void toxic(String name, byte[] bytes, String entry, String message) throws IOException {
    String file = Files.write(work.resolve(name), bytes).toString();
    arguments.add(file);
    toxics.put(file + entry, message);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] fixture(String name) throws IOException {
    return Files.readAllBytes(FIXTURES.resolve(name));
  }

  private static byte[] zip(int padding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.jsonl"));
      zip.write(DATA);
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < padding; i++) {
        zip.write(blanks);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(DATA);
    }
    return bytes.toByteArray();
  }

  @Test
  void onDisk() throws IOException {
    toxic("cut.jsonl.gz", half(gzip()), "", "ends in the middle of its gzip data");
    toxic("cut.zip", half(zip(0)), "", "is damaged: it cannot be unpacked");
    toxic("bomb.zip", zip(80), "!/a.jsonl", "as bombs are");
    byte[] parquet = fixture("columnar/snappy.parquet");
    toxic("half.parquet", half(parquet), "", "has no Parquet footer at its end");
    toxic(
        "footer.parquet",
        Arrays.copyOf(parquet, parquet.length - 20),
        "",
        "has no Parquet footer at its end");
    toxic("half.arrow", half(fixture("columnar/stream.arrow")), "", "is cut off or damaged");
    toxic("half.pdf", half(fixture("documents/handbook.pdf")), "", "cannot be parsed as PDF");
    good("last.jsonl");

    check();
  }

  @Test
  void inARepositoryThatLacksPartsOfItself() throws IOException {
    GitFolder repository = GitFolder.init(work.resolve("repository"));
    repository.file("deep/lost.jsonl", Dataset.good(1));
    repository.file("gone.jsonl", Dataset.good(2));
    repository.file("good.jsonl", Dataset.good(3));
    String oid = "a".repeat(64);
    repository.file("lfs.jsonl", GitServer.pointer(oid, 1234).split("\n"));
    repository.commit();
    for (String object : List.of("HEAD:gone.jsonl", "HEAD:deep")) {
      String id = repository.git("rev-parse", object);
      Path objects = repository.path().resolve(".git/objects");
      Files.delete(objects.resolve(id.substring(0, 2)).resolve(id.substring(2)));
    }
    String address = "git+file://" + repository.path() + "@main";
    arguments.add(address);
    toxics.put(address + ":gone.jsonl", "is not in this clone, though its revision names it");
    toxics.put(address + ":deep", "is not in this clone, though its revision names it");
    toxics.put(address + ":lfs.jsonl", "is a Git LFS pointer whose data is not in this clone");
    good("last.jsonl");

    List<JsonNode> records = check();

    assertThat(records)
        .filteredOn(one -> one.path("source").asText().equals(address + ":good.jsonl"))
        .hasSize(1);
  }

  private List<JsonNode> check() throws IOException {
    Path json = out.resolve("summary.json");
    Path report = out.resolve("records.jsonl");
    List<String> command = new ArrayList<>(List.of("scan", "--families", "insecure-code", "-q"));
    command.addAll(arguments);
    command.addAll(List.of("--source-option", "archive.max-ratio=50"));
    command.addAll(List.of("--json", json.toString(), "--records", report.toString()));

    Launch launch = Launch.of(command.toArray(String[]::new));

    assertThat(launch.exitCode()).as(launch.err()).isEqualTo(3);
    String page = Files.readString(PAGE);
    JsonNode unscanned = Dataset.json(json).at("/unscanned");
    toxics.forEach(
        (uri, message) -> {
          assertThat(unscanned.path("first"))
              .as(uri + " in " + unscanned)
              .anySatisfy(
                  one -> {
                    assertThat(one.path("source").asText()).isEqualTo(uri);
                    assertThat(one.path("message").asText()).contains(message);
                  });
          assertThat(page).contains(message);
        });
    assertThat(unscanned.path("total").asInt()).as("" + unscanned).isEqualTo(toxics.size());
    List<JsonNode> records = Dataset.records(report);
    for (String name : List.of("first.jsonl", "last.jsonl")) {
      assertThat(records)
          .filteredOn(one -> one.path("source").asText().endsWith(work.resolve(name).toString()))
          .hasSize(ROWS);
    }
    assertThat(Dataset.names(out)).containsExactly("records.jsonl", "summary.json");
    return records;
  }
}
