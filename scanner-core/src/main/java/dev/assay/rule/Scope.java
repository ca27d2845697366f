package dev.assay.rule;

import dev.assay.record.Role;
import dev.assay.segment.Language;
import java.util.Set;

/**
 * Where a rule looks.
 *
 * @param kind prose, code, or the whole turn whatever its segments are
 * @param roles whose turns; by default those that a model learns
 * @param languages of code; empty means any
 */
public record Scope(Kind kind, Set<Role> roles, Set<Language> languages) {
  /** What the rule is held against. */
  public enum Kind {
    PROSE,
    CODE,
    /** The turn as one text: for what may stand in either, or across both. */
    TURN
  }

  public Scope {
    roles = Set.copyOf(roles);
    languages = Set.copyOf(languages);
  }
}
