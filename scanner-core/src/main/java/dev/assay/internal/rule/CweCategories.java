package dev.assay.internal.rule;

import java.util.Set;

/** Entries of the Common Weakness Enumeration that group weaknesses and are none (CWE 4.x). */
final class CweCategories {
  private static final Set<String> IDS =
      Set.of(
          "CWE-2", "CWE-16", "CWE-17", "CWE-18", "CWE-19", "CWE-21", "CWE-133", "CWE-136",
          "CWE-137", "CWE-189", "CWE-199", "CWE-227", "CWE-251", "CWE-254", "CWE-255", "CWE-264",
          "CWE-265", "CWE-275", "CWE-310", "CWE-320", "CWE-355", "CWE-361", "CWE-371", "CWE-387",
          "CWE-388", "CWE-389", "CWE-398", "CWE-399", "CWE-411", "CWE-417", "CWE-429", "CWE-438",
          "CWE-442", "CWE-452", "CWE-465", "CWE-485", "CWE-557", "CWE-569", "CWE-840");

  private CweCategories() {}

  static boolean contains(String id) {
    return IDS.contains(id);
  }
}
