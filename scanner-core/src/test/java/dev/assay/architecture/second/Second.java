package dev.assay.architecture.second;

import dev.assay.architecture.first.First;
import java.util.List;

/** The other half of a cycle. */
public final class Second {
  List<First> firsts = List.of();
}
