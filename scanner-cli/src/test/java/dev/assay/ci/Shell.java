package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs commands in a folder, away from the settings of whoever runs the tests. */
public final class Shell {
  private static final long SECONDS = 120;

  private final Path root;
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /** What a command came to. */
  public record Run(int code, String out, String err) {
    public String all() {
      return out + err;
    }
  }

  public Shell(Path root) throws IOException {
    this(root, root);
    Path tools = Files.createDirectories(root.resolve("tools"));
    environment.put("PATH", tools + ":" + System.getenv("PATH"));
    environment.put("HOME", root.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("ASSAY", tools.resolve("assay").toString());
    for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
      environment.put("GIT_" + who + "_NAME", "Tester");
      environment.put("GIT_" + who + "_EMAIL", "tester@example.com");
    }
    assay("\"$@\"");
  }

  private void assay(String arguments) throws IOException {
    tool(
        "assay",
        "exec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' dev.assay.cli.Main "
            + arguments);
  }

  /**
   * Has Assay look for nothing but what {@link Rows} hold, which loads the fewest rules: for tests
   * of scripts, that start it again and again.
   */
  Shell forRows() throws IOException {
    assay("\"$@\" --families insecure-code");
    return this;
  }

  private Shell(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  public static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  Shell in(String name) {
    Shell shell = new Shell(root, folder.resolve(name).normalize());
    shell.environment.putAll(environment);
    return shell;
  }

  /** Sets a variable for the commands to come. */
  Shell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Puts a command before all others of its name. */
  void tool(String name, String body) throws IOException {
    Path file = root.resolve("tools").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void commit(String message) {
    ok("git add -A . && git commit -q --no-verify -m '" + message + "'");
  }

  /** Runs a command that must end well; returns what it printed. */
  String ok(String command) {
    Run run = run(command);
    assertThat(run.code()).as(command + "\n" + run.all()).isZero();
    return run.out();
  }

  public Run run(String command) {
    try {
      Path out = Files.createTempFile(root, "out", "");
      Path err = Files.createTempFile(root, "err", "");
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end in " + SECONDS + " seconds");
      }
      return new Run(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
