package dev.assay.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of a dataset, found from what a user names: files, folders, {@code -} for standard
 * input, and addresses of other {@linkplain Source sources}.
 *
 * <p>A file that is named is always read. In folders only files whose names end like a dataset's
 * ({@code .jsonl}, {@code .ndjson}, {@code .json}, {@code .csv}, {@code .tsv}, each also with
 * {@code .gz}, {@code .zst}, {@code .bz2} or {@code .xz}) are taken, or those that an include
 * pattern names; hidden files and folders are passed over, links are not followed out of the
 * folder, and {@code .assayignore} files leave files out with the syntax of {@code .gitignore}.
 * Everything left out is counted, because whoever wrote the folder may not be trusted.
 *
 * @param files those to scan, in the order of their names; each file once
 * @param unreadable what was asked for and cannot be scanned
 * @param ignored files and folders (these with a {@code /} at the end) left out by ignore files,
 *     patterns or a hidden name, in order
 * @param otherFiles how many files have no dataset's name
 * @param chosen where only some parts of a dataset were asked for, what they are; a sentence for
 *     each
 */
public record DatasetFiles(
    List<DataFile> files,
    List<Unreadable> unreadable,
    List<String> ignored,
    long otherFiles,
    List<String> chosen) {

  /** With all parts of everything. */
  public DatasetFiles(
      List<DataFile> files, List<Unreadable> unreadable, List<String> ignored, long otherFiles) {
    this(files, unreadable, ignored, otherFiles, List.of());
  }

  /**
   * Something that cannot be scanned.
   *
   * @param uri its name in reports
   * @param message what is wrong, as one sentence
   */
  public record Unreadable(String uri, String message) {}

  /**
   * What to look for.
   *
   * @param arguments files, folders, {@code -} or addresses; relative ones taken from {@code root}
   * @param root names in reports are relative to it; files outside it keep their absolute names
   * @param include patterns as in {@code .gitignore}; with any, only files that one of them names
   *     are taken from folders
   * @param exclude patterns as in {@code .gitignore}, against names relative to the folder that was
   *     named
   * @param standardInput what {@code -} stands for, or null if it may not be used
   * @param options settings of sources that are no files of this machine, by name
   * @param environment the variables of the process, for such sources
   * @param manifests lists of files with their digests, beside those that folders hold
   * @param documents whether documents are taken from folders as well
   */
  public record Request(
      List<String> arguments,
      Path root,
      List<String> include,
      List<String> exclude,
      @Nullable InputStream standardInput,
      Map<String, String> options,
      Map<String, String> environment,
      List<Path> manifests,
      boolean documents) {
    public Request {
      arguments = List.copyOf(arguments);
      Objects.requireNonNull(root);
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
      options = Map.copyOf(options);
      environment = Map.copyOf(environment);
      manifests = List.copyOf(manifests);
    }

    /** Without documents but those that are named. */
    public Request(
        List<String> arguments,
        Path root,
        List<String> include,
        List<String> exclude,
        @Nullable InputStream standardInput,
        Map<String, String> options,
        Map<String, String> environment,
        List<Path> manifests) {
      this(
          arguments, root, include, exclude, standardInput, options, environment, manifests, false);
    }

    /** Without manifests but those that folders hold. */
    public Request(
        List<String> arguments,
        Path root,
        List<String> include,
        List<String> exclude,
        @Nullable InputStream standardInput,
        Map<String, String> options,
        Map<String, String> environment) {
      this(arguments, root, include, exclude, standardInput, options, environment, List.of());
    }

    /** Everything under some files and folders. */
    public static Request of(Path root, List<String> arguments) {
      return new Request(arguments, root, List.of(), List.of(), null, Map.of(), Map.of());
    }
  }

  public DatasetFiles {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
    ignored = List.copyOf(ignored);
    chosen = List.copyOf(chosen);
  }
}
