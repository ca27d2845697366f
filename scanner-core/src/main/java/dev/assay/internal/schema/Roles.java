package dev.assay.internal.schema;

import dev.assay.record.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names that datasets give to roles. */
final class Roles {
  private Roles() {}

  /** The role, or null if nobody is known by the name. */
  static @Nullable Role of(String name) {
    Role role = exact(name);
    return role != null ? role : exact(name.strip().toLowerCase(Locale.ROOT));
  }

  private static @Nullable Role exact(String name) {
    return switch (name) {
      case "system", "developer" -> Role.SYSTEM;
      case "user", "human", "prompter" -> Role.USER;
      case "assistant", "gpt", "model", "bot", "chatgpt", "ai", "function_call", "tool_call" ->
          Role.ASSISTANT;
      case "tool", "function", "observation", "ipython", "tool_response" -> Role.TOOL;
      default -> null;
    };
  }
}
