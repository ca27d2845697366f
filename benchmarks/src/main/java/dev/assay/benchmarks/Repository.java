package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes Git repositories with the real git. */
final class Repository {
  private Repository() {}

  /** One with a file in one commit. */
  static Path of(Path folder, Path file) throws Exception {
    init(folder);
    Files.copy(file, folder.resolve("chat.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    commit(folder);
    return folder;
  }

  static void init(Path folder) throws Exception {
    if (!Files.exists(folder.resolve(".git"))) {
      Files.createDirectories(folder);
      git(folder, "init", "-q", "-b", "main");
      git(folder, "config", "core.compression", "1");
    }
  }

  static void commit(Path folder) throws Exception {
    git(folder, "add", "-A");
    git(folder, "commit", "-q", "--allow-empty", "-m", "data");
  }

  private static void git(Path folder, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("git failed: " + command);
    }
  }
}
