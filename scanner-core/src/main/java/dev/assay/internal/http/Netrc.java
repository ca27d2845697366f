package dev.assay.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Logins by host, from the file that {@code NETRC} names, or {@code .netrc} at home. Entries
 * without a host are not used: they would go to whomever an address names.
 */
final class Netrc {
  private static final long MAX_BYTES = 1 << 20;

  private final Map<String, String> basicByHost;

  private Netrc(Map<String, String> basicByHost) {
    this.basicByHost = basicByHost;
  }

  /** A file that is not there, or cannot be read, holds nothing. */
  static Netrc of(Map<String, String> environment, Path root) {
    String named = environment.getOrDefault("NETRC", "");
    String home = environment.getOrDefault("HOME", "");
    if (named.isEmpty() && home.isEmpty()) {
      return new Netrc(Map.of());
    }
    try {
      Path file = root.resolve(named.isEmpty() ? home + "/.netrc" : named);
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return new Netrc(Map.of());
      }
      // Whatever bytes it holds are text this way.
      return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException | InvalidPathException e) {
      return new Netrc(Map.of());
    }
  }

  static Netrc parse(String text) {
    Map<String, String> found = new HashMap<>();
    String host = null;
    String login = "";
    String password = "";
    StringTokenizer words = new StringTokenizer(withoutMacros(text));
    while (words.hasMoreTokens()) {
      switch (words.nextToken()) {
        case "machine" -> {
          add(found, host, login, password);
          host = value(words);
          login = "";
          password = "";
        }
        case "default" -> {
          add(found, host, login, password);
          host = null;
        }
        case "login" -> login = value(words);
        case "password" -> password = value(words);
        default -> {
          // Words that say nothing here, such as "account".
        }
      }
    }
    add(found, host, login, password);
    return new Netrc(found);
  }

  /** A macro goes from its name to the next empty line. */
  private static String withoutMacros(String text) {
    return text.replaceAll("(?ms)^\\s*macdef\\b.*?(\\n\\s*\\n|\\z)", "\n")
        .replaceAll("(?m)^\\s*#.*$", "");
  }

  private static String value(StringTokenizer words) {
    return words.hasMoreTokens() ? words.nextToken() : "";
  }

  private static void add(
      Map<String, String> found, @Nullable String host, String login, String password) {
    if (host != null && !host.isEmpty() && !(login.isEmpty() && password.isEmpty())) {
      byte[] pair = (login + ":" + password).getBytes(StandardCharsets.ISO_8859_1);
      found.putIfAbsent(
          host.toLowerCase(Locale.ROOT), "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  @Nullable String authorization(String host) {
    return basicByHost.get(host);
  }
}
