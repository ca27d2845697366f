package dev.assay.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a scan of what changed alone: records that a base revision already has are not judged.
 *
 * @param base the revision that is compared with, as Git reads names
 * @param head the revision that is scanned, or null for the files as they lie on disk
 */
public record Changes(String base, @Nullable String head) {
  public Changes {
    Objects.requireNonNull(base);
    if (base.isBlank() || (head != null && head.isBlank())) {
      throw new IllegalArgumentException("A revision has a name, such as main, v1.2 or a commit.");
    }
  }

  /** The files as they are, compared with a revision. */
  public static Changes since(String revision) {
    return new Changes(revision.strip(), null);
  }

  /**
   * What merging one revision into another would bring: {@code main..feature} scans {@code
   * feature}, compared with the commit where it left {@code main}.
   *
   * @throws IllegalArgumentException with a sentence for the user, if the text has another form
   */
  public static Changes merge(String range) {
    int dots = range.indexOf("..");
    String head = dots < 0 ? "" : range.substring(dots + 2).replaceFirst("^\\.", "");
    if (dots <= 0 || head.isBlank() || head.contains("..")) {
      throw new IllegalArgumentException(
          "'" + range + "' is no range of revisions: write BASE..HEAD, such as main..feature.");
    }
    return new Changes(range.substring(0, dots).strip(), head.strip());
  }

  /** Whether the base is where the head left it, rather than the base itself. */
  public boolean fromMergeBase() {
    return head != null;
  }
}
