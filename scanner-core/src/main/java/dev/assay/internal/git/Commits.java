package dev.assay.internal.git;

import java.io.IOException;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Finds commits by what users call them; what is not there is told with the next step. */
final class Commits {
  private Commits() {}

  /**
   * The commit of a name.
   *
   * @param name as the user wrote it
   * @param ref what it is called in the repository
   * @throws IllegalArgumentException if there is none; a sentence for the user
   */
  static RevCommit named(Repository repository, String where, String name, String ref)
      throws IOException {
    ObjectId id;
    try {
      id = repository.resolve(ref + "^{commit}");
    } catch (AmbiguousObjectException e) {
      throw new IllegalArgumentException(
          "'" + name + "' could be several objects of " + where + ": write more of its digits.", e);
    } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
      throw missing(repository, where, name, e);
    }
    if (id == null) {
      throw missing(repository, where, name, null);
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(id);
    } catch (MissingObjectException e) {
      throw missing(repository, where, name, e);
    }
  }

  private static IllegalArgumentException missing(
      Repository repository, String where, String name, @Nullable Exception e) throws IOException {
    String next =
        isKnown(repository, "origin/" + name)
            ? "; there is origin/" + name
            : isShallow(repository)
                ? "; the clone is shallow and may lack it: git fetch --unshallow brings all"
                : "; git fetch may bring it";
    return new IllegalArgumentException(
        "There is no revision '" + name + "' in " + where + next + ".", e);
  }

  private static boolean isKnown(Repository repository, String ref) throws IOException {
    return Repository.isValidRefName("refs/remotes/" + ref)
        && repository.exactRef("refs/remotes/" + ref) != null;
  }

  /**
   * Where two commits parted.
   *
   * @throws IllegalArgumentException if that is not known; a sentence for the user
   */
  static RevCommit mergeBase(
      Repository repository, String where, RevCommit one, RevCommit other, String names)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(one));
      walk.markStart(walk.parseCommit(other));
      RevCommit base = walk.next();
      if (base != null) {
        return walk.parseCommit(base);
      }
    } catch (MissingObjectException e) {
      throw noBase(where, names, true, e);
    }
    throw noBase(where, names, isShallow(repository), null);
  }

  private static IllegalArgumentException noBase(
      String where, String names, boolean shallow, @Nullable Exception e) {
    String next =
        shallow
            ? ": the clone is shallow. Deepen it with git fetch --deepen=1000, or git fetch"
                + " --unshallow for all, and scan again."
            : ": their histories have nothing in common; use --since to compare with a revision"
                + " itself.";
    return new IllegalArgumentException(
        "The commit where " + names + " part is not in " + where + next, e);
  }

  static boolean isShallow(Repository repository) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return !reader.getShallowCommits().isEmpty();
    }
  }
}
