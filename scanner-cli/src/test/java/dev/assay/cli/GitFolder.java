package dev.assay.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A work tree of its own for a test, driven by the real git. */
record GitFolder(Path path) {
  /** An empty repository; the test is skipped where there is no git. */
  static GitFolder init(Path path) throws IOException {
    assumeTrue(isInstalled(), "git is not installed here");
    Files.createDirectories(path);
    GitFolder folder = new GitFolder(path);
    folder.git("init", "-q", "-b", "main");
    return folder;
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a command and returns what it prints. */
  String git(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(path.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + out);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return out.strip();
  }

  Path file(String name, String... lines) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    return Dataset.lines(file, lines);
  }

  void commit() throws IOException {
    git("add", "-A");
    git("commit", "-q", "-m", "data");
  }
}
