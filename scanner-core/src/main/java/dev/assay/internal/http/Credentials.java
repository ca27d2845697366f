package dev.assay.internal.http;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What proves to a server who asks. Never printed. */
@FunctionalInterface
public interface Credentials {
  /** No server gets any. */
  Credentials NONE = origin -> null;

  /** The value of the header Authorization for a server; null if it gets none. */
  @Nullable String authorization(Origin origin);

  /** How to give a server some, to follow a colon. */
  default String advice() {
    return "put some for this host into the environment or a .netrc file";
  }

  /**
   * A token for one server alone, from {@code ASSAY_HTTP_TOKEN} and {@code ASSAY_HTTP_TOKEN_HOST},
   * or else what a netrc file holds. Secrets go out over HTTPS, or within this machine.
   *
   * @param environment variables of the process
   * @param root relative paths start here
   */
  static Credentials of(Map<String, String> environment, Path root) {
    String token = environment.getOrDefault("ASSAY_HTTP_TOKEN", "");
    String host = environment.getOrDefault("ASSAY_HTTP_TOKEN_HOST", "");
    Netrc netrc = Netrc.of(environment, root);
    return origin -> {
      if (!origin.isConfidential()) {
        return null;
      }
      boolean meant = host.equalsIgnoreCase(origin.host()) || host.equalsIgnoreCase(full(origin));
      return !token.isEmpty() && meant ? "Bearer " + token : netrc.authorization(origin.host());
    };
  }

  /** A token for one server alone. */
  static Credentials token(String token, Origin only) {
    return origin ->
        !token.isEmpty() && origin.equals(only) && origin.isConfidential()
            ? "Bearer " + token
            : null;
  }

  private static String full(Origin origin) {
    return origin.host() + ":" + origin.port();
  }
}
