package dev.assay.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.Reports;
import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Repositories behind a real SSH server: who is let in, and which servers are believed. */
@Timeout(120)
class ScanOverSshTest {
  private static final int ROWS = 50;
  private static final KeyPair HOST = pair();
  private static final KeyPair USER = pair();

  @TempDir private Path work;
  private Path home;
  private SshGitServer server;

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void repository() throws Exception {
    assumeTrue(isInstalled("git", "--version"), "git is not installed here");
    Path repository = Files.createDirectory(work.resolve("repository"));
    Files.writeString(
        repository.resolve("chats.jsonl"),
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> "{\"prompt\":\"Question " + i + "\",\"completion\":\"Measure twice.\"}\n")
            .collect(Collectors.joining()));
    run(Map.of(), "git", "init", "-q", "-b", "main", repository.toString());
    String folder = repository.toString();
    run(Map.of(), "git", "-C", folder, "add", ".");
    run(
        Map.of(),
        "git",
        "-C",
        folder,
        "-c",
        "user.name=Ada",
        "-c",
        "user.email=ada@example.com",
        "commit",
        "-qm",
        "data");
    home = Files.createDirectories(work.resolve("home"));
    Files.createDirectories(home.resolve(".ssh"));
    server = SshGitServer.of(work, HOST);
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static boolean isInstalled(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() >= 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private void know(KeyPair host) throws IOException {
    Files.writeString(home.resolve(".ssh/known_hosts"), server.known(host.getPublic()));
  }

  private Path key(Path file, KeyPair pair, String passphrase) throws Exception {
    OpenSSHKeyEncryptionContext encryption = null;
    if (!passphrase.isEmpty()) {
      encryption = new OpenSSHKeyEncryptionContext();
      encryption.setPassword(passphrase);
      encryption.setCipherType("128");
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", encryption, out);
    }
    Files.setPosixFilePermissions(
        file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private record Scan(ScanSummary summary, String json, List<String> records) {}

  private Scan scan(String address, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
    environment.putAll(more);
    ScanConfig config =
        ScanConfig.builder(List.of(address))
            .threads(2)
            .environment(environment)
            .sourceOptions(Map.of("git.retries", "1", "git.back-off-ms", "5"))
            .build();
    Path json = work.resolve("summary.json");
    Path records = work.resolve("records.jsonl");
    ScanSummary summary =
        Scanner.of(config)
            .scan(
                List.of(Reports.json(json), Reports.records(records)),
                ScanProgress.NONE,
                InputStream.nullInputStream());
    return new Scan(summary, Files.readString(json), Files.readAllLines(records));
  }

  private Scan scan() throws Exception {
    return scan(server.url("repository@main"), Map.of());
  }

  @Test
  void aKeyOfTheUserLogsInToAHostThatIsKnown() throws Exception {
    know(HOST);
    key(home.resolve(".ssh/id_ecdsa"), USER, "");
    server.allow(USER.getPublic());

    Scan scan = scan();

    assertThat(scan.summary().exitCode()).as(scan.json()).isZero();
    assertThat(scan.records()).hasSize(ROWS);
    assertThat(scan.records().get(0))
        .contains(server.url("repository@main:chats.jsonl").replace("git@", ""));
  }

  @Test
  void aHostThatIsNotKnownOrHasAnotherKeyIsNotTalkedTo() throws Exception {
    key(home.resolve(".ssh/id_ecdsa"), USER, "");
    server.allow(USER.getPublic());

    failed(scan(), "is not the one in known_hosts, or none is there");
    assertThat(home.resolve(".ssh/known_hosts")).doesNotExist();
    know(pair());
    failed(scan(), "is not the one in known_hosts, or none is there");
    Files.writeString(home.resolve(".ssh/config"), "Host *\n  StrictHostKeyChecking no\n");
    failed(scan(), "is not the one in known_hosts, or none is there");
    assertThat(server.logins).hasValue(0);
  }

  @Test
  void aKeyThatIsNotAcceptedOrLockedIsSaid() throws Exception {
    know(HOST);
    failed(scan(), "accepted no key of this user");
    key(home.resolve(".ssh/id_ecdsa"), pair(), "");
    failed(scan(), "accepted no key of this user");
    key(home.resolve(".ssh/id_ecdsa"), USER, "s3cret");
    server.allow(USER.getPublic());
    failed(scan(), "accepted no key of this user");
  }

  @Test
  void theAgentsKeysAreUsed() throws Exception {
    assumeTrue(isInstalled("ssh-agent", "-h"), "ssh-agent is not installed here");
    know(HOST);
    server.allow(USER.getPublic());
    Path socket = work.resolve("agent");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .start();
    try {
      for (int i = 0; i < 100 && !Files.exists(socket); i++) {
        Thread.sleep(50);
      }
      Map<String, String> environment = Map.of("SSH_AUTH_SOCK", socket.toString());
      run(environment, "ssh-add", key(work.resolve("elsewhere"), USER, "").toString());

      Scan scan = scan(server.url("repository@main"), environment);

      assertThat(scan.summary().exitCode()).as(scan.json()).isZero();
      assertThat(scan.records()).hasSize(ROWS);
    } finally {
      agent.destroy();
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    know(HOST);
    key(home.resolve(".ssh/id_ecdsa"), USER, "");
    server.allow(USER.getPublic());

    failed(scan(server.url("repository@gone"), Map.of()), "has no revision 'gone'");
    failed(scan(server.url("nowhere@main"), Map.of()), "nowhere");
    failed(scan("git+ssh://git@127.0.0.1:1/x@main", Map.of()), "no connection to 127.0.0.1:1");
    failed(scan(server.url("repository@main"), Map.of("HOME", "")), "HOME names no folder");
  }

  private static void failed(Scan scan, String message) {
    assertThat(scan.summary().exitCode()).isEqualTo(3);
    assertThat(scan.json()).contains(message).doesNotContain("s3cret");
    assertThat(new ArrayList<>(scan.records())).isEmpty();
  }
}
