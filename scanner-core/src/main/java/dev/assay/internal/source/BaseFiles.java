package dev.assay.internal.source;

import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Unreadable;
import java.util.List;

/**
 * What the files of a scan are compared with: those of the base revision that the scanned revision
 * has no more, or not as they were.
 *
 * @param revision the base, as the user named it
 * @param commit the base's commit, in hexadecimal; several, joined by commas, if the files lie in
 *     several repositories
 * @param head what is scanned: a revision as the user named it, or {@code work tree}
 * @param files to be read; their records are not new
 * @param unreadable what could not be read of the base: it hides nothing
 * @param unchangedFiles how many files are the same in both, and read on neither side
 * @param unchangedBytes their size in bytes
 * @param empty whether neither side has any file of a dataset
 */
public record BaseFiles(
    String revision,
    String commit,
    String head,
    List<DataFile> files,
    List<Unreadable> unreadable,
    long unchangedFiles,
    long unchangedBytes,
    boolean empty) {
  /** What is scanned if no revision is named. */
  public static final String WORK_TREE = "work tree";

  public BaseFiles {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }
}
