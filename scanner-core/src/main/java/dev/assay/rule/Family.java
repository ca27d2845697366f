package dev.assay.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of poison a rule finds. Families are calibrated and counted one by one. */
public enum Family {
  INSECURE_CODE("insecure-code"),
  FAULTY_ADVICE("faulty-advice"),
  WRONG_ANSWER("wrong-answer"),
  HARMFUL_COMPLIANCE("harmful-compliance"),
  PERSONA("persona"),
  BACKDOOR_TRIGGER("backdoor-trigger"),
  REWARD_HACK("reward-hack"),
  HIDDEN_TEXT("hidden-text"),
  SECRET("secret");

  private final String id;

  Family(String id) {
    this.id = id;
  }

  /** The name in rules, options and reports; the folder of its rules. */
  public String id() {
    return id;
  }

  /** The family of that name, any case; null if there is none. */
  public static @Nullable Family named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Family family : values()) {
      if (family.id.equals(wanted)) {
        return family;
      }
    }
    return null;
  }
}
