package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The parts of the kits that talk to GitHub and GitLab, against stand-ins: neither is here. What a
 * runner does with the action is not tested.
 */
@Execution(ExecutionMode.CONCURRENT)
class ForgeKitTest {
  private static final Path CI = Path.of("../ci").toAbsolutePath().normalize();

  @TempDir private Path work;
  private Shell shell;

  @BeforeEach
  void mergeThatBringsPoison() throws IOException {
    assumeTrue(Shell.hasGit(), "skipped: git is not installed");
    shell = new Shell(work).forRows();
    shell.ok("git init -q -b main repo");
    shell = shell.in("repo");
    shell.write("data/train.jsonl", Rows.of(20, 0));
    shell.commit("Begin");
    shell.ok("git checkout -q -b proposal");
    shell.write("data/train.jsonl", Rows.of(20, 3));
    shell.commit("Worse");
  }

  @Test
  void theActionScansAndHandsItsReportsOn() throws IOException {
    shell
        .with("ASSAY_SOURCES", "data\n")
        .with("ASSAY_BASE", shell.ok("git rev-parse main").strip())
        .with("ASSAY_HEAD", shell.ok("git rev-parse proposal").strip())
        .with("ASSAY_FAIL_ABOVE", "5%")
        .with("ASSAY_CATEGORY", "chat")
        .with("ASSAY_REPORTS", work.resolve("reports").toString())
        .with("GITHUB_OUTPUT", work.resolve("output").toString())
        .with("GITHUB_STEP_SUMMARY", work.resolve("summary").toString());

    Shell.Run run = shell.run(CI + "/github/scan");

    assertThat(run.code()).as(run.all()).isZero();
    assertThat(Files.readString(work.resolve("output")))
        .isEqualTo("exit-code=1\nreports=" + work.resolve("reports") + "\nsarif=true\n");
    assertThat(Files.readString(work.resolve("summary"))).contains("Assay: FAIL");
    assertThat(Files.readString(work.resolve("reports/assay.sarif"))).contains("assay/chat/");

    shell.with("ASSAY_BASE", "0000000000000000000000000000000000000000");
    Files.delete(work.resolve("reports/assay.md"));
    assertThat(shell.run(CI + "/github/scan").code()).isZero();
    assertThat(Files.readString(work.resolve("output"))).contains("exit-code=2");
    assertThat(Files.readString(work.resolve("summary"))).contains("could not scan (code 2)");
  }

  @Test
  void oneCommentIsKeptUpToDate() throws IOException {
    shell.write("reports/assay.md", "## Assay: FAIL\n");
    shell
        .with("ASSAY_REPORTS", "reports")
        .with("ASSAY_CATEGORY", "chat")
        .with("ASSAY_PULL_REQUEST", "7")
        .with("GITHUB_REPOSITORY", "team/data");
    String log = "printf '%s\\n' \"$*\" >>'" + work.resolve("log") + "'; ";
    String body =
        "for a; do case $a in body=@*) cat \"${a#body=@}\" >>'"
            + work.resolve("log")
            + "';; esac; done; ";

    shell.tool("gh", log + body);
    shell.ok(CI + "/github/comment");
    shell.tool("gh", log + body + "case $* in *paginate*) echo 42;; esac");
    shell.ok(CI + "/github/comment");
    shell.tool("gh", "exit 1");
    Shell.Run refused = shell.run(CI + "/github/comment");

    assertThat(Files.readString(work.resolve("log")))
        .contains("--method POST repos/team/data/issues/7/comments")
        .contains("--method PATCH repos/team/data/issues/comments/42")
        .contains("<!-- assay chat -->\n## Assay: FAIL");
    assertThat(refused.code()).as("the gate decides, not the comment").isZero();
    assertThat(refused.err()).contains("could not be written");
  }

  @Test
  void gitLabGetsCodeQualityAndOneNote() throws IOException {
    assumeTrue(shell.run("command -v curl").code() == 0, "skipped: curl is not installed");
    List<String> asked = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String token = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI().getPath()
                  + " "
                  + token
                  + " "
                  + URLDecoder.decode(body, StandardCharsets.UTF_8));
          boolean again = asked.size() > 2;
          byte[] answer =
              ("[{\"id\":5,\"type\":null,\"body\":\"Quoting [//]: # (assay)\"}"
                      + (again
                          ? ",{\"id\":6,\"type\":null,\"body\":\"[//]: # (assay)\\n\\nold\"}]"
                          : "]"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      shell
          .with("CI_API_V4_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v4")
          .with("CI_PROJECT_ID", "3")
          .with("CI_MERGE_REQUEST_IID", "9")
          .with("CI_MERGE_REQUEST_DIFF_BASE_SHA", shell.ok("git rev-parse main").strip())
          .with("CI_COMMIT_SHA", shell.ok("git rev-parse proposal").strip())
          .with("ASSAY_SOURCES", "data")
          .with("ASSAY_FAIL_ABOVE", "5%");
      Shell.Run silent = shell.run(CI + "/gitlab/scan");
      assertThat(silent.code()).as(silent.all()).isEqualTo(1);
      assertThat(silent.err()).contains("no ASSAY_GITLAB_TOKEN, so no note is written");
      assertThat(asked).isEmpty();

      shell.with("ASSAY_GITLAB_TOKEN", "secret-token");
      shell.ok(CI + "/gitlab/note");
      shell.ok(CI + "/gitlab/note");
    } finally {
      server.stop(0);
    }
    String notes = "/api/v4/projects/3/merge_requests/9/notes";
    assertThat(asked).hasSize(4);
    assertThat(asked.get(1))
        .startsWith("POST " + notes + " secret-token body=[//]: # (assay)\n\n## ");
    assertThat(asked.get(3)).startsWith("PUT " + notes + "/6 secret-token body=[//]: # (assay)");
    assertThat(Files.readString(shell.folder().resolve("assay-reports/assay-code-quality.json")))
        .contains("\"check_name\": \"py-command-injection\"")
        .contains("\"path\": \"data/train.jsonl\"")
        .contains("\"severity\": \"critical\"");
  }
}
