package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.policy.Policy;
import dev.assay.source.DataFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay init}. */
@Command(
    name = "init",
    description = "Look at a folder and write a commented policy, .assay.yaml, for what is in it.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The root of the repository. Default: here.")
  private Path folder = Path.of("");

  private final Terminal terminal;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ScanException {
    Path file = folder.resolve(Policy.FILE);
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      throw ScanException.usage(folder + " is no folder: name one.", null);
    }
    if (Files.exists(file)) {
      throw there(file);
    }
    List<DataFile> files =
        Scanner.list(
                ScanConfig.builder(List.of(folder.toAbsolutePath().toString()))
                    .root(folder)
                    .build())
            .files();
    if (files.isEmpty()) {
      throw ScanException.usage(
          "There is no dataset file here: go to the root of the repository that has them.", null);
    }
    try {
      Files.writeString(
          file,
          PolicyDraft.of(folder, files),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw there(file);
    } catch (IOException e) {
      throw ScanException.usage("The policy " + file + " could not be written: " + e, e);
    }
    terminal
        .out()
        .printf(
            "Wrote %s for %d dataset %s. Read it, then: assay scan%n",
            Errors.shown(file.toString()), files.size(), files.size() == 1 ? "file" : "files");
    return 0;
  }

  private static ScanException there(Path file) {
    return ScanException.usage(
        file + " is there already, and is not overwritten: edit it, or take it away.", null);
  }
}
