package dev.assay.internal.check.payload;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Secrets that only a measure tells from a placeholder: how random a value is, what a token decodes
 * to.
 */
public final class SecretCheck implements Check {
  static final String ASSIGNED = "secret-assigned-value";
  static final String WEB_TOKEN = "secret-json-web-token";
  static final String PRIVATE_KEY = "secret-private-key";
  static final String URL_PASSWORD = "secret-url-password";

  private static final int LEAST = 20;
  private static final int MOST = 200;
  private static final double BITS = 3.6;

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:api[_-]?key|apikey|secret[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|client[_-]?secret|app[_-]?secret|private[_-]?token"
              + "|bearer[_-]?token|api[_-]?token|api[_-]?secret|secret[_-]?token|signing[_-]?key|encryption[_-]?key|[a-z]_secret|[a-z]_token)[\"'\\]]{0,2}\\s*(?:=>|:=|=|:)\\s*$");

  private static final Pattern TOKEN =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}");
  private static final Pattern URL =
      Pattern.compile(
          "\\b[a-z][a-z0-9+.-]{2,20}://(?P<user>[^\\s:/@\"'<>{}$]+):(?P<password>[^\\s/@\"'<>{}$]+)@(?P<host>[A-Za-z0-9.-]+)");

  /** What writers of examples put where a secret goes. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)example|sample|dummy|placeholder|your|change|insert|replace|redacted|xxxx|\\*\\*\\*|\\.\\.\\.|test|demo|foo|bar|secret|password|passwd|token|abcdef|1234567|0000|<|\\$\\{|\\{\\{|fake|here|todo|user|admin|^pass$|^pwd$|qwerty");

  @Override
  public Set<String> names() {
    return Set.of(ASSIGNED, WEB_TOKEN, PRIVATE_KEY, URL_PASSWORD);
  }

  @Override
  public boolean concerns(TurnView turn) {
    return turn.facts().longestToken() >= LEAST || turn.text().contains("://");
  }

  @Override
  public void check(TurnView turn, Findings out) {
    String text = turn.text();
    if (turn.facts().longestToken() >= LEAST) {
      assigned(text, out);
      webTokens(text, out);
      privateKeys(text, out);
    }
    if (out.wants(URL_PASSWORD) && text.contains("://") && text.indexOf('@') >= 0) {
      urls(text, out);
    }
  }

  /** Quoted or bare values of random look, given to a name that says it is a secret. */
  private static void assigned(String text, Findings out) {
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && valueCharacter(text.charAt(i))) {
        i++;
      }
      if (i - start >= LEAST
          && i - start <= MOST
          && random(text, start, i)
          && namedSecret(text, start)) {
        out.found(ASSIGNED, start, i);
      }
      i++;
    }
  }

  private static boolean valueCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '~';
  }

  private static boolean namedSecret(String text, int start) {
    int end =
        start > 0 && (text.charAt(start - 1) == '"' || text.charAt(start - 1) == '\'')
            ? start - 1
            : start;
    if (end == start && !(start > 0 && text.charAt(start - 1) == '=')) {
      return false;
    }
    return NAME.matcher(text.substring(Math.max(0, end - 60), end)).find();
  }

  private static boolean random(String text, int start, int end) {
    String value = text.substring(start, end);
    int digits = 0;
    int letters = 0;
    int marks = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
      marks += c == '-' || c == '_' || c == '.' || c == '/' ? 1 : 0;
    }
    return digits >= 3
        && letters >= 4
        && marks * 6 <= value.length()
        && Entropy.bits(value) >= BITS
        && !PLACEHOLDER.matcher(value).find();
  }

  private static void webTokens(String text, Findings out) {
    if (!out.wants(WEB_TOKEN) || !text.contains("eyJ")) {
      return;
    }
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String[] parts = matcher.group().split("\\.");
      String header = decoded(parts[0]);
      String claims = decoded(parts[1]).toLowerCase(Locale.ROOT);
      boolean known =
          claims.contains("john doe")
              || claims.contains("1234567890")
              || claims.contains("example");
      if (header.contains("\"alg\"") && !known && Entropy.bits(parts[2]) >= BITS) {
        out.found(WEB_TOKEN, matcher.start(), matcher.end());
      }
    }
  }

  private static String decoded(String part) {
    try {
      String whole = part.substring(0, part.length() - (part.length() % 4 == 1 ? 1 : 0));
      return new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      // Not Base64, so not a token either.
      return "";
    }
  }

  /** A PEM block with a body: the header line alone is what documentation shows. */
  private static void privateKeys(String text, Findings out) {
    int from = 0;
    while (out.wants(PRIVATE_KEY)) {
      int begin = text.indexOf("PRIVATE KEY", from);
      if (begin < 0) {
        return;
      }
      from = begin + 11;
      int dashes = text.lastIndexOf("-----BEGIN", begin);
      if (dashes < 0 || begin - dashes > 30) {
        continue;
      }
      int body = bodyEnd(text, Math.min(text.length(), from + 5));
      String key =
          text.substring(Math.min(text.length(), from), body).replaceAll("\\\\n|[\\s\"'+-]", "");
      if (key.length() >= 100 && Entropy.bits(key) >= 4.5) {
        out.found(PRIVATE_KEY, dashes, body);
        from = body;
      }
    }
  }

  private static int bodyEnd(String text, int from) {
    int end = text.indexOf("-----END", from);
    int most = Math.min(text.length(), from + 8000);
    return end < 0 || end > most ? Math.min(text.length(), from + 400) : end;
  }

  private static void urls(String text, Findings out) {
    Matcher matcher = URL.matcher(text);
    while (matcher.find()) {
      String password = matcher.group("password");
      String host = matcher.group("host").toLowerCase(Locale.ROOT);
      boolean invented =
          host.contains("example")
              || host.startsWith("localhost")
              || host.startsWith("127.")
              || host.equals("host")
              || host.startsWith("hostname")
              || host.startsWith("your");
      if (!invented
          && password.length() >= 6
          && !PLACEHOLDER.matcher(password).find()
          && Entropy.bits(password) >= 2.5) {
        out.found(URL_PASSWORD, matcher.start(), matcher.end());
      }
    }
  }
}
