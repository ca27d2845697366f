package dev.assay.architecture.first;

import dev.assay.architecture.second.Second;

/** Half of a cycle. */
public final class First {
  Second second = new Second();
}
