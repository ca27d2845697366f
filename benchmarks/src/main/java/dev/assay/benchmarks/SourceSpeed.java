package dev.assay.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.samples.Chat;
import dev.assay.samples.ParquetFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures the same records from disk, from Git, from S3, as Parquet, and with a cache. All take
 * turns, so that whatever disturbs the machine disturbs all of them.
 */
public final class SourceSpeed {
  private final Options options;
  private final List<Steady> all = new ArrayList<>();

  private SourceSpeed(Options options) {
    this.options = options;
  }

  /**
   * Measures, prints, and writes the page if asked to.
   *
   * @param arguments see {@link Options}
   */
  public static void main(String[] arguments) throws Exception {
    new SourceSpeed(Options.of(arguments)).run();
    System.exit(0);
  }

  private void run() throws Exception {
    Files.createDirectories(options.work());
    Path data = options.work().resolve("chat-" + options.records() + ".jsonl");
    new ChatRecords().write(data, options.records());
    Path parquet = options.work().resolve("chat-" + options.records() + ".parquet");
    ParquetFile.write(parquet, chats(data));
    Path repository = Repository.of(options.work().resolve("one-file"), data);
    Path cache = options.work().resolve("source-cache");
    Path kept = Files.createTempDirectory(options.work(), "store");
    try (StoreServer store = StoreServer.start(kept)) {
      upload(store, data);
      ScanConfig config = ScanConfig.of(List.of(data.toString()));
      Steady disk = add("JSONL from disk", config);
      add("from Git", other("git+file://" + repository + "@main"));
      ScanConfig s3 =
          other("s3://sets/chat.jsonl").toBuilder()
              .sourceOptions(Map.of("s3.endpoint", store.endpoint(), "s3.anonymous", "true"))
              .build();
      add("from S3", s3);
      add("as Parquet", other(parquet.toString()));
      Steady cold = add("cold cache", config.toBuilder().cache(cache).build(), () -> delete(cache));
      Steady warm = add("warm cache", config.toBuilder().cache(cache).build());
      measure();
      print(disk, cold, warm);
    } finally {
      delete(kept);
    }
  }

  private static ScanConfig other(String source) {
    return ScanConfig.of(List.of(source));
  }

  private static List<Chat> chats(Path data) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Chat> chats = new ArrayList<>();
    try (Stream<String> lines = Files.lines(data)) {
      for (String line : (Iterable<String>) lines::iterator) {
        List<Chat.Turn> turns = new ArrayList<>();
        for (JsonNode turn : json.readTree(line).path("messages")) {
          turns.add(new Chat.Turn(turn.path("role").asText(), turn.path("content").asText()));
        }
        chats.add(new Chat(turns));
      }
    }
    return chats;
  }

  private static void upload(StoreServer store, Path data) {
    try (S3Client client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(java.net.URI.create(store.endpoint()))
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      client.createBucket(bucket -> bucket.bucket("sets"));
      client.putObject(put -> put.bucket("sets").key("chat.jsonl"), data);
    }
  }

  private interface Before {
    void run() throws IOException;
  }

  private Steady add(String name, ScanConfig config) throws ScanException {
    return add(name, config, () -> {});
  }

  private Steady add(String name, ScanConfig config, Before before) throws ScanException {
    Scanner scanner = Scanner.of(config.toBuilder().threads(2).build());
    Steady.Work work =
        () -> {
          before.run();
          ScanSummary summary =
              scanner.scan(List.of(), ScanProgress.NONE, InputStream.nullInputStream());
          if (summary.census().scanned() != options.records() || !summary.complete()) {
            throw new IllegalStateException(name + ": " + summary.census().scanned() + " scanned");
          }
          return summary.census().suspect();
        };
    Steady steady = new Steady(name, 2, work);
    all.add(steady);
    return steady;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void measure() throws Exception {
    for (int round = 1; round <= options.rounds(); round++) {
      for (Steady one : all) {
        one.round();
      }
      System.out.printf("round %d, load %.1f:%n", round, Machine.load());
      all.forEach(one -> System.out.println("  " + one.latest()));
      if (all.stream().allMatch(Steady::isSteady)) {
        return;
      }
    }
  }

  private void print(Steady disk, Steady cold, Steady warm) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| what | records/s | of JSONL from disk | processor us/record | of JSONL from disk |");
    lines.add("|---|--:|--:|--:|--:|");
    for (Steady one : all) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %,.0f | %.0f %% | %.1f | %.0f %% |",
              one.name(),
              options.records() / one.seconds(),
              100 * disk.seconds() / one.seconds(),
              1e6 * one.processorSeconds() / options.records(),
              100 * disk.processorSeconds() / one.processorSeconds()));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "A warm cache is %.1f times as fast as a cold one (wanted: 5), and takes %.1f times less of"
                + " the processor.",
            cold.seconds() / warm.seconds(),
            cold.processorSeconds() / warm.processorSeconds()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d records; medians of the last three rounds; the S3 server is a process of its own"
                + " on the same machine; load average %.1f.",
            options.records(),
            Machine.load()));
    Machine.describe().forEach(line -> lines.add("- " + line));
    lines.forEach(System.out::println);
    if (options.page() != null) {
      Page.replace(options.page(), "sources", lines);
    }
  }
}
