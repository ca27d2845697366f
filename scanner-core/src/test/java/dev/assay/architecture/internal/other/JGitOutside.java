package dev.assay.architecture.internal.other;

import org.eclipse.jgit.lib.ObjectId;

/** Uses JGit where it does not belong. */
public final class JGitOutside {
  ObjectId id = ObjectId.zeroId();
}
